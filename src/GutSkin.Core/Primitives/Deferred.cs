using System.Runtime.CompilerServices;

namespace GutSkin.Core;

/// <summary>
/// A value that may be made only when it is first asked for, once, whichever thread asks. Equal to another where both hold
/// the same object, as the object itself would be.
/// </summary>
/// <typeparam name="T">The value.</typeparam>
internal sealed class Deferred<T> : IEquatable<Deferred<T>>
    where T : class
{
    private readonly Lazy<T?> value;

    public Deferred(T? value) => this.value = new Lazy<T?>(value);

    public Deferred(Func<T?> make) => value = new Lazy<T?>(make);

    /// <summary>The value.</summary>
    public T? Value => value.Value;

    /// <summary>Whether the value has been asked for.</summary>
    public bool IsMade => value.IsValueCreated;

    /// <inheritdoc/>
    public bool Equals(Deferred<T>? other) => other is not null && (ReferenceEquals(this, other) || ReferenceEquals(Value, other.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Deferred<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(Value);
}
