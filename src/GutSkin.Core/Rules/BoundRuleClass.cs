namespace GutSkin.Core;

/// <summary>A rule class with the factors it reads: asks it for burdens, and holds what it says to what it may say.</summary>
/// <param name="id">The id of the rule.</param>
/// <param name="own">The class.</param>
/// <param name="factors">The factors it declared, in that order.</param>
internal sealed class BoundRuleClass(string id, RuleClass own, Factor[] factors)
{
    // What rounding may do to a sum computed in another order.
    private const double Slack = 1e-12;

    private BurdenRange widest = BurdenRange.Any;

    /// <summary>The factors it declared.</summary>
    public Factor[] Factors => factors;

    /// <summary>The full name of the class.</summary>
    public string Type => own.Type;

    /// <summary>The range it gives where nothing is known: no answer may lead out of it, as the ceiling of scores rests on it.</summary>
    /// <param name="inputs">Room for an answer of each factor.</param>
    /// <exception cref="ComputedRuleException">The class fails.</exception>
    public BurdenRange BurdenOfNothing(Span<double> inputs)
    {
        inputs = inputs[..factors.Length];
        inputs.Fill(double.NaN);
        return widest = Burden(inputs);
    }

    /// <summary>The burden of answers, one a factor in the order declared, NaN where missing.</summary>
    /// <exception cref="ComputedRuleException">The class fails.</exception>
    public BurdenRange Burden(ReadOnlySpan<double> inputs)
    {
        inputs = inputs[..factors.Length];
        BurdenRange burden;
        try
        {
            burden = own.Rule.BurdenOf(new FactorValues(this, inputs));
        }
        catch (ComputedRuleException)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever it throws could carry an answer in its message.
        catch (Exception error)
        {
            throw Fault($"threw {error.GetType()}");
        }
#pragma warning restore CA1031

        if (!(burden.Low >= -Slack && burden.High <= 1 + Slack))
            throw Fault("returned a burden that does not lie from 0 to 1");
        if (burden.Low > burden.High)
            throw Fault("returned a range whose low end is above its high end");
        if (burden.Low < widest.Low - Slack || burden.High > widest.High + Slack)
            throw Fault("returned a burden outside the range it gives where nothing is known");
        if (burden.High - burden.Low > Slack && AllKnown(inputs))
            throw Fault("returned a range though all it reads is known");
        return new BurdenRange(Math.Clamp(burden.Low, widest.Low, widest.High), Math.Clamp(burden.High, widest.Low, widest.High));
    }

    /// <summary>A fault of the class, in words without an answer.</summary>
    public ComputedRuleException Fault(string what) =>
        new($"The rule '{id}' ({own.Type}) {what}. It reads: {(factors.Length == 0 ? "nothing" : string.Join(", ", factors.Select(f => f.Id)))}.") { Rule = id };

    private static bool AllKnown(ReadOnlySpan<double> inputs)
    {
        foreach (double input in inputs)
        {
            if (double.IsNaN(input))
                return false;
        }

        return true;
    }
}
