namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>The <c>when</c> string of a safety row, read by itself: a second reading to hold the gates against.</summary>
internal abstract class RowGate
{
    /// <summary>0 false, 1 unknown, 2 true.</summary>
    public abstract int Evaluate(IReadOnlyDictionary<string, object?> values);

    /// <summary>The factors it reads, with the values it compares them with.</summary>
    public abstract void Collect(Dictionary<string, HashSet<object>> found);

    public static RowGate Parse(string text)
    {
        var reader = new RowGateReader(text);
        var gate = reader.Any();
        reader.End();
        return gate;
    }

    internal sealed class Combined(bool all, List<RowGate> parts) : RowGate
    {
        public override int Evaluate(IReadOnlyDictionary<string, object?> values) =>
            all ? parts.Min(p => p.Evaluate(values)) : parts.Max(p => p.Evaluate(values));

        public override void Collect(Dictionary<string, HashSet<object>> found) => parts.ForEach(p => p.Collect(found));
    }

    internal sealed class Negated(RowGate inner) : RowGate
    {
        public override int Evaluate(IReadOnlyDictionary<string, object?> values) => 2 - inner.Evaluate(values);

        public override void Collect(Dictionary<string, HashSet<object>> found) => inner.Collect(found);
    }

    internal sealed class Known(string factor) : RowGate
    {
        public override int Evaluate(IReadOnlyDictionary<string, object?> values) => values.GetValueOrDefault(factor) is null ? 0 : 2;

        public override void Collect(Dictionary<string, HashSet<object>> found) => found.TryAdd(factor, []);
    }

    /// <summary>Whether a condition is named as a concern: here all are, or none.</summary>
    internal sealed class Concern : RowGate
    {
        /// <summary>The key under which the values say so.</summary>
        public const string All = "all concerns";

        public override int Evaluate(IReadOnlyDictionary<string, object?> values) => values.GetValueOrDefault(All) is true ? 2 : 0;

        public override void Collect(Dictionary<string, HashSet<object>> found)
        {
        }
    }

    internal sealed class Compared(string factor, string op, object[] operands) : RowGate
    {
        public override int Evaluate(IReadOnlyDictionary<string, object?> values)
        {
            if (values.GetValueOrDefault(factor) is not { } value)
                return 1;
            bool holds = op switch
            {
                "==" => value.Equals(operands[0]),
                "in" => operands.Contains(value),
                "<" => (double)value < (double)operands[0],
                "<=" => (double)value <= (double)operands[0],
                ">" => (double)value > (double)operands[0],
                ">=" => (double)value >= (double)operands[0],
                _ => throw new FormatException($"unknown operator {op}"),
            };
            return holds ? 2 : 0;
        }

        public override void Collect(Dictionary<string, HashSet<object>> found)
        {
            if (!found.TryGetValue(factor, out var seen))
                found[factor] = seen = [];
            seen.UnionWith(operands);
        }
    }
}
