using GutSkin.Core;

namespace GutSkin.Fhir.Reading;

/// <summary>Decides which of several values of one factor counts: the newest; where the newest contradict each other, none.</summary>
internal sealed class Merging(Intake intake)
{
    /// <summary>Puts into a profile what counts.</summary>
    public void Into(PersonProfileBuilder profile, DateOnly? asOf)
    {
        foreach (var group in intake.Candidates.GroupBy(c => c.Slot.Factor).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var inTime = group.Where(c => IsInTime(c, asOf)).ToList();
            var standing = inTime.Where(c => c.Standing).ToList();
            var (chosen, others) = standing.Count > 0 && inTime.TrueForAll(c => c.Standing) ? Standing(standing) : Newest(inTime);
            foreach (var other in others)
                other.Candidate.Slot.Refuse(other.Reason);
            if (chosen is not null)
                Record(profile, chosen, asOf);
        }

        foreach (var screen in intake.Screens.Where(s => asOf is null || s.When is not { } w || w.Day <= asOf).GroupBy(s => s.Screen))
        {
            var last = screen.MaxBy(s => s.When?.Day ?? asOf ?? DateOnly.MaxValue)!;
            profile.Screened(last.Screen, last.Items, last.When?.Day);
        }
    }

    private bool IsInTime(Candidate candidate, DateOnly? asOf)
    {
        if (asOf is { } day && candidate.When is { } when && when.Day > day)
        {
            candidate.Slot.Refuse(FhirReason.AfterAsOf);
            intake.Warn(FhirDiagnostics.Day, candidate.Resource, candidate.Slot.Path, "it is dated after the day of the profile.");
            return false;
        }

        if (asOf is not null && candidate.Until < asOf)
        {
            candidate.Slot.Refuse(FhirReason.NotTaken);
            return false;
        }

        if (candidate is { When: null, Standing: false, Value: not null } && intake.Factor(candidate.Slot.Factor)?.MaxAgeDays is not null)
        {
            candidate.Slot.Refuse(FhirReason.NoDate);
            return false;
        }

        return true;
    }

    /// <summary>Records that hold as long as they are in the list: one that says yes counts, whatever another one says, because it was not taken back.</summary>
    private (Candidate? Chosen, List<(Candidate Candidate, FhirReason Reason)> Others) Standing(List<Candidate> all)
    {
        var yes = all.Where(c => c.Value is not { Kind: FactorValueKind.Boolean } v || v.AsBoolean).ToList();
        var kept = yes.Count > 0 ? yes : all;
        var chosen = kept.MaxBy(c => c.When?.Day ?? DateOnly.MinValue)!;
        var others = all.Where(c => c != chosen)
            .Select(c => (c, Reason: c.Value == chosen.Value ? FhirReason.Repeated : FhirReason.Contradicted)).ToList();
        if (others.Exists(o => o.Reason == FhirReason.Contradicted))
            intake.Warn(FhirDiagnostics.Contradiction, chosen.Resource, chosen.Slot.Path, $"records contradict each other about '{chosen.Slot.Factor}'; what says yes counts.");
        return (chosen, others);
    }

    private (Candidate? Chosen, List<(Candidate Candidate, FhirReason Reason)> Others) Newest(List<Candidate> all)
    {
        var others = new List<(Candidate, FhirReason)>();
        if (all.Exists(c => c.IsOther))
        {
            var last = all.Where(c => c.IsOther || c.Value is not null).Aggregate((a, b) => Later(b, a) > 0 ? b : a);
            others.AddRange(all.Where(c => c.IsOther).Select(c => (c, FhirReason.WrongValue)));
            all = all.FindAll(c => !c.IsOther);
            if (last.IsOther)
                return (null, [.. others, .. all.Select(c => (c, FhirReason.Superseded))]);
        }

        var values = all.Where(c => c.Value is not null).ToList();
        if (values.Count == 0)
        {
            // Nobody said more than that they would rather not.
            var declined = all.MaxBy(c => c.When?.Day ?? DateOnly.MaxValue);
            others.AddRange(all.Where(c => c != declined).Select(c => (c, FhirReason.Repeated)));
            return (declined, others);
        }

        others.AddRange(all.Where(c => c.Value is null).Select(c => (c, FhirReason.Superseded)));
        var newest = values.Aggregate((a, b) => Later(b, a) > 0 ? b : a);
        bool contradicted = false, differs = false;
        foreach (var other in values.Where(c => c != newest))
        {
            bool same = Same(newest, other), sameDay = Day(newest) == Day(other);
            differs |= sameDay && !same;
            contradicted |= !same && Later(newest, other) == 0;
            others.Add((other, !sameDay ? FhirReason.Superseded : same ? FhirReason.Repeated : Later(newest, other) == 0 ? FhirReason.Contradicted : FhirReason.Superseded));
        }

        if (differs)
        {
            intake.Warn(
                FhirDiagnostics.Contradiction, newest.Resource, newest.Slot.Path,
                $"values of one day for '{newest.Slot.Factor}' differ; {(contradicted ? "neither is used" : "the later one is used")}.");
        }

        if (!contradicted)
            return (newest, others);
        others.Add((newest, FhirReason.Contradicted));
        return (null, others);
    }

    private static DateOnly Day(Candidate candidate) => candidate.When?.Day ?? DateOnly.MaxValue;

    /// <summary>By when it was observed, then by when it was issued.</summary>
    private static int Later(Candidate a, Candidate b)
    {
        int when = a.When is { } x && b.When is { } y ? x.CompareTo(y) : Day(a).CompareTo(Day(b));
        if (when != 0)
            return when;
        return a.Issued is { } mine && b.Issued is { } theirs ? mine.CompareTo(theirs) : 0;
    }

    private static bool Same(Candidate a, Candidate b)
    {
        if (a.Comparable is not { Kind: FactorValueKind.Number } x || b.Comparable is not { Kind: FactorValueKind.Number } y)
            return a.Comparable == b.Comparable;
        double tolerance = Math.Max(Math.Max(a.Tolerance, b.Tolerance), 1e-9 * Math.Max(Math.Abs(x.AsNumber), Math.Abs(y.AsNumber)));
        return Math.Abs(x.AsNumber - y.AsNumber) <= tolerance;
    }

    private static void Record(PersonProfileBuilder profile, Candidate chosen, DateOnly? asOf)
    {
        // A medicine on the list speaks for today, unless the list was last looked at more than a year ago.
        bool current = chosen.Current && (chosen.When is not { } when || asOf is null || asOf.Value.DayNumber - when.Day.DayNumber <= 365);
        var on = current ? null : chosen.When?.Day;
        if (chosen.Value is { } value)
            profile.With(chosen.Slot.Factor, value, chosen.Unit, on, chosen.Resource.Name);
        else
            profile.Declined(chosen.Slot.Factor);
        chosen.Slot.Use();
    }
}
