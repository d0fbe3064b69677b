using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>What nothing uses: factors, items of forms, evidence, conditions without a rule, modifiable factors without an intervention.</summary>
internal sealed class UsageCheck
{
    private readonly HashSet<(Section, string)> used = [];
    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> aimedAt = new(StringComparer.Ordinal);
    private readonly MergeState state;

    public UsageCheck(ValidationContext context)
    {
        state = context.State;
        used.UnionWith(context.Meant);
        read.UnionWith(context.Meant.Where(m => m.Section == Section.Factors).Select(m => m.Id));
        changed.UnionWith(context.Meant.Where(m => m.Section == Section.Factors).Select(m => m.Id));
        aimedAt.UnionWith(context.Meant.Where(m => m.Section == Section.Conditions).Select(m => m.Id));
        foreach (var section in Sections.WithIds.Append(Section.Considered))
        {
            foreach (var (_, entry) in section.Of(context.Resolved))
                Use(entry, section is not (Section.Forms or Section.Screens or Section.Considered));
        }

        foreach (object entry in state.Refused)
            Use(entry, entry is not (Form or Screen));
    }

    /// <summary>Reports it.</summary>
    public void Check()
    {
        foreach (var (factor, document) in state.Factors.Entries)
        {
            var scope = document.Entry(Section.Factors, factor.Id, factor);
            if (!used.Contains((Section.Factors, factor.Id)))
                scope.Report(DiagnosticCodes.UnusedFactor, $"Nothing uses the factor '{factor.Id}'.", null, "id");
            if (factor.Modifiable && !changed.Contains(factor.Id))
                scope.Report(
                    DiagnosticCodes.NoInterventionChangesFactor, $"The factor '{factor.Id}' is modifiable, but no intervention changes it.", null, "id");
        }

        foreach (var (form, document) in state.Forms.Entries)
        {
            for (int i = 0; i < form.Items.Length; i++)
            {
                if (!read.Contains(form.Items[i]))
                    document.Entry(Section.Forms, form.Id, form).Report(
                        DiagnosticCodes.UnreadFormItem, $"The form '{form.Id}' asks for '{form.Items[i]}', and no derivation or rule reads it.", null, "items", i);
            }
        }

        foreach (var (evidence, document) in state.Evidence.Entries)
        {
            if (!used.Contains((Section.Evidence, evidence.Id)))
                document.Entry(Section.Evidence, evidence.Id, evidence).Report(
                    DiagnosticCodes.UnusedEvidence, $"Nothing cites the evidence entry '{evidence.Id}'.", null, "id");
        }

        foreach (var (condition, document) in state.Conditions.Entries)
        {
            if (!aimedAt.Contains(condition.Id))
                document.Entry(Section.Conditions, condition.Id, condition).Report(
                    DiagnosticCodes.ConditionWithoutRule, $"No rule aims at '{condition.Id}': nothing can be said of it.", null, "id");
        }
    }

    private void Use(object entry, bool reads)
    {
        References.Visit(entry, (target, id, path) =>
        {
            used.Add((target, id));
            if ((reads || path is ["when", ..]) && target == Section.Factors)
                read.Add(id);
        });
        if (entry is Intervention intervention)
            changed.UnionWith(intervention.Changes.Select(c => c.Factor));
        else if (entry is ScoringRule { Lifecycle: not RuleLifecycle.Retired } rule)
            aimedAt.Add(rule.Condition);
    }
}
