namespace GutSkin.Core;

/// <summary>
/// A condition in Kleene's three-valued logic: a comparison on a missing factor is unknown, <c>all</c> is the minimum,
/// <c>any</c> the maximum, <c>not</c> swaps true and false.
/// </summary>
public abstract record Gate
{
    private protected Gate()
    {
    }

    /// <summary>The ids of the factors the gate reads, in order of first mention; <c>known</c> included.</summary>
    /// <returns>The factor ids, each once.</returns>
    public IReadOnlyList<string> Factors()
    {
        var found = new List<string>();
        Collect(this, found);
        return found;
    }

    private static void Collect(Gate gate, List<string> found)
    {
        switch (gate)
        {
            case ComparisonGate comparison when !found.Contains(comparison.Factor):
                found.Add(comparison.Factor);
                break;
            case KnownGate known when !found.Contains(known.Factor):
                found.Add(known.Factor);
                break;
            case AllGate all:
                foreach (var operand in all.Operands)
                    Collect(operand, found);
                break;
            case AnyGate any:
                foreach (var operand in any.Operands)
                    Collect(operand, found);
                break;
            case NotGate not:
                Collect(not.Operand, found);
                break;
        }
    }
}
