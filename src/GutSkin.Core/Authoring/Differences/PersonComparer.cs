using GutSkin.Core.Assessments.Building;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.Authoring.Differences;

/// <summary>
/// Evaluates a person by two rule sets and counts what differs. It looks at what assessments rest on and makes none: what they would say
/// of contributions, questions and texts, nobody compares.
/// </summary>
internal sealed class PersonComparer
{
    private readonly Side old, now;
    private readonly string[] conditionIds, interventionIds;

    /// <summary>The conditions with an index in both: their positions there, and in <see cref="conditionIds"/>.</summary>
    private readonly (int Old, int Now)[] conditions;

    /// <summary>The interventions of either: their positions there, −1 where it has none.</summary>
    private readonly (int Old, int Now)[] interventions;

    /// <summary>For each old safety rule the position of the new one; −1 where there is none.</summary>
    private readonly int[] safety;

    /// <summary>The place of each old intervention among the new ones; −1 where it is gone.</summary>
    private readonly int[] nowOf;

    /// <summary>The old contraindications and cautions that reach an intervention which the new rule does not reach.</summary>
    private readonly HashSet<int> withdrawn;

    public PersonComparer(ResolvedRuleSet old, ResolvedRuleSet now)
    {
        this.old = new Side(old);
        this.now = new Side(now);
        var (conditionsNow, interventionsOld) = (Places(this.now.Conditions), Places(this.old.Interventions));
        var (interventionsNow, safetyNow) = (Places(this.now.Interventions), Places(this.now.SafetyRules));
        var both = Enumerable.Range(0, this.old.Conditions.Length).Select(c => (Old: c, Now: conditionsNow.GetValueOrDefault(this.old.Conditions[c], -1)))
            .Where(c => c.Now >= 0 && this.old.HasIndex(c.Old) && this.now.HasIndex(c.Now)).OrderBy(c => this.old.Conditions[c.Old], StringComparer.Ordinal);
        conditions = [.. both];
        conditionIds = [.. conditions.Select(c => this.old.Conditions[c.Old])];
        interventionIds = [.. this.old.Interventions.Union(this.now.Interventions).Order(StringComparer.Ordinal)];
        interventions = [.. interventionIds.Select(id => (interventionsOld.GetValueOrDefault(id, -1), interventionsNow.GetValueOrDefault(id, -1)))];
        nowOf = [.. this.old.Interventions.Select(id => interventionsNow.GetValueOrDefault(id, -1))];
        safety = [.. this.old.SafetyRules.Select(id => safetyNow.GetValueOrDefault(id, -1))];
        withdrawn = [.. interventions.Where(i => i.Old >= 0 && i.Now >= 0).SelectMany(i =>
            this.old.Appraisals[i.Old].Compiled.Safety.Where(rule => Array.IndexOf(this.now.Appraisals[i.Now].Compiled.Safety, safety[rule]) < 0))];
    }

    private static Dictionary<string, int> Places(string[] ids)
    {
        var places = new Dictionary<string, int>(ids.Length, StringComparer.Ordinal);
        for (int i = 0; i < ids.Length; i++)
            places.Add(ids[i], i);
        return places;
    }

    /// <summary>Empty counts for these rule sets.</summary>
    public ImpactCounts NewCounts() => new(conditionIds, interventionIds);

    /// <summary>Evaluates a person and counts what differs.</summary>
    public void Compare(int person, PersonProfile profile, ImpactCounts counts)
    {
        if (!old.CanAssess(profile))
        {
            counts.AddNotAssessed(person);
            return;
        }

        if (!now.CanAssess(profile))
        {
            counts.AddLost(new SafetyLoss(person, null, null, "an assessment", "a profile that the new rule set cannot assess"));
            return;
        }

        old.Find(profile);
        now.Find(profile);
        counts.AddPerson(CountScores(person, counts), old.TriageLevel != now.TriageLevel);
        CountRecommendations(counts);
        CountFlags(person, counts);
        if (MayLoseFinding())
            CountFindings(person, counts);
        old.Forget();
        now.Forget();
    }

    /// <summary>Counts the indexes; says whether a band changes of a condition that the person is advised on.</summary>
    private bool CountScores(int person, ImpactCounts counts)
    {
        bool changed = false;
        for (int c = 0; c < conditions.Length; c++)
        {
            var (a, b) = conditions[c];
            double from = old.Context.State.Indexes[a], to = now.Context.State.Indexes[b];
            bool otherBand = old.Model.BandOf(from) != now.Model.BandOf(to);
            changed |= otherBand && old.Context.IsAdvised(a);
            counts.AddScore(c, person, from, to, otherBand);
        }

        return changed;
    }

    private void CountRecommendations(ImpactCounts counts)
    {
        for (int i = 0; i < interventions.Length; i++)
        {
            var (a, b) = interventions[i];
            bool was = a >= 0 && IsSuggested(old.Appraisals[a]), isNow = b >= 0 && IsSuggested(now.Appraisals[b]);
            if (was != isNow)
                counts.AddRecommendation(i, isNow);
        }
    }

    private static bool IsSuggested(Appraisal appraisal) => appraisal.Status is RecommendationStatus.Recommended or RecommendationStatus.Caution;

    /// <summary>A red flag that is no longer up or not yet checked, or less urgent.</summary>
    private void CountFlags(int person, ImpactCounts counts)
    {
        foreach (int flag in old.Triage.Unresolved)
            CountFlag(flag, 1);
        foreach (int flag in old.Triage.Up)
            CountFlag(flag, Side.StrengthOfFlag(old.SafetyRule(flag)));

        void CountFlag(int flag, int strength)
        {
            int other = safety[flag];
            int isNow = other < 0 || now.SafetyRule(other).Kind != SafetyKind.RedFlag ? 0 : now.Context.Safety[other] switch
            {
                Truth.True => Side.StrengthOfFlag(now.SafetyRule(other)),
                Truth.Unknown => 1,
                _ => 0,
            };
            if (isNow < strength)
                counts.AddLost(new SafetyLoss(person, old.SafetyRules[flag], null, WordsOfFlag(old, flag, strength), isNow == 0 ? "nothing" : WordsOfFlag(now, other, isNow)));
        }

        static string WordsOfFlag(Side side, int flag, int strength) =>
            strength == 1 ? "a red flag not yet checked" : $"a red flag ({Keywords.Urgency.WordOf(side.SafetyRule(flag).Urgency ?? Urgency.Routine)})";
    }

    /// <summary>Whether any contraindication or caution may no longer speak, or speak weaker, of an intervention that is still offered.</summary>
    private bool MayLoseFinding()
    {
        for (int rule = 0; rule < safety.Length; rule++)
        {
            if (old.Context.Safety[rule] == Truth.False || old.SafetyRule(rule).Kind == SafetyKind.RedFlag)
                continue;
            if (safety[rule] < 0 || withdrawn.Contains(rule) || now.StrengthOf(safety[rule]) < old.StrengthOf(rule))
                return true;
        }

        return false;
    }

    private void CountFindings(int person, ImpactCounts counts)
    {
        foreach (var appraisal in old.Recommendations.Sorted())
        {
            string intervention = old.Interventions[appraisal.Index];
            int other = nowOf[appraisal.Index];
            if (other < 0 || now.Appraisals[other].Status is null)
                continue;
            foreach (int rule in appraisal.Compiled.Safety)
            {
                int strength = StrengthNow(rule, now.Appraisals[other]);
                if (strength < old.StrengthOf(rule))
                    counts.AddLost(new SafetyLoss(person, old.SafetyRules[rule], intervention, old.WordsOf(rule), strength == 0 ? "nothing" : now.WordsOf(safety[rule])));
            }
        }
    }

    /// <summary>How strong an old rule speaks of an intervention now; 0 where it does not.</summary>
    private int StrengthNow(int rule, Appraisal appraisal) =>
        safety[rule] is >= 0 and var other && Array.IndexOf(appraisal.Compiled.Safety, other) >= 0 ? now.StrengthOf(other) : 0;

    /// <summary>One of the two rule sets, and what it finds of the person.</summary>
    private sealed class Side
    {
        private readonly ScoringService service;
        private readonly AssessmentBuilder builder;

        public Side(ResolvedRuleSet rules)
        {
            service = new ScoringService(rules);
            builder = service.CreateBuilder();
            (Context, Triage, Recommendations) = builder.Find(PersonProfile.Create().Build());
            builder.Forget();
            Conditions = [.. Context.Rules.SkinConditions.Select(c => c.Id)];
            Interventions = [.. Context.Advice.Interventions.Select(i => i.Intervention.Id)];
            SafetyRules = [.. Context.Advice.Safety.Select(s => s.Rule.Id)];
        }

        public EvaluationContext Context { get; }

        public TriageBuilder Triage { get; }

        public RecommendationBuilder Recommendations { get; }

        public string[] Conditions { get; }

        public string[] Interventions { get; }

        public string[] SafetyRules { get; }

        public ScoringModel Model => service.RuleSet.Model;

        public Appraisal[] Appraisals => Recommendations.Appraisals;

        public TriageLevel TriageLevel => Triage.Level;

        public static int StrengthOfFlag(SafetyRule rule) => 2 + (int)(rule.Urgency ?? Urgency.Routine);

        public bool HasIndex(int condition) => Context.Rules.HasIndex(condition);

        public SafetyRule SafetyRule(int index) => Context.Advice.Safety[index].Rule;

        public bool CanAssess(PersonProfile profile) => ProfileChecker.Check(profile, service.RuleSet.Index, ignoreUnknownFactors: true, out _).Length == 0;

        public void Find(PersonProfile profile) => builder.Find(profile);

        public void Forget() => builder.Forget();

        /// <summary>How strong a contraindication or caution speaks; 0 where it does not hold.</summary>
        public int StrengthOf(int rule) => Context.Safety[rule] == Truth.False ? 0
            : (SafetyRule(rule).Kind == SafetyKind.Contraindication ? 2 : 0) + (Context.Safety[rule] == Truth.True ? 2 : 1);

        public string WordsOf(int rule) => $"{Keywords.SafetyKind.WordOf(SafetyRule(rule).Kind)}{(Context.Safety[rule] == Truth.True ? "" : ", not yet known")}";
    }
}
