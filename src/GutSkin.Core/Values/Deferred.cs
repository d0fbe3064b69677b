using System.Runtime.CompilerServices;

namespace GutSkin.Core.Values;

/// <summary>
/// A value that may be made only when it is first asked for, once, whichever thread asks. Equal to another where both hold
/// the same object, as the object itself would be.
/// </summary>
/// <typeparam name="T">The value.</typeparam>
internal sealed class Deferred<T> : IEquatable<Deferred<T>>
    where T : class
{
    // No Lock: its first use reads settings of the process, which every start would wait for.
    private readonly object gate = new();
    private Func<T?>? make;
    private T? value;

    public Deferred(T? value) => this.value = value;

    public Deferred(Func<T?> make) => this.make = make;

    /// <summary>The value.</summary>
    public T? Value
    {
        get
        {
            if (!IsMade)
                Make();
            return value;
        }
    }

    /// <summary>Whether the value is there without being made.</summary>
    public bool IsMade => Volatile.Read(ref make) is null;

    private void Make()
    {
        lock (gate)
        {
            if (make is null)
                return;
            value = make();
            Volatile.Write(ref make, null);
        }
    }

    /// <inheritdoc/>
    public bool Equals(Deferred<T>? other) => other is not null && (ReferenceEquals(this, other) || ReferenceEquals(Value, other.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Deferred<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(Value);
}
