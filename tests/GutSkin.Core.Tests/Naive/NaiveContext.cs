namespace GutSkin.Core.Tests.Naive;

/// <summary>All that the later sections of the model build on.</summary>
internal sealed class NaiveContext
{
    public NaiveContext(NaiveKnowledge knowledge, NaiveAnswers answers)
    {
        Knowledge = knowledge;
        Answers = answers;
        Pass = new NaivePass(knowledge, answers);
        FixedPass = new NaivePass(knowledge, answers.Fixed());
        Listed = NaiveConditions.Listed(knowledge, Pass);
        Concerns = NaiveConditions.Concerns(knowledge, answers);
        Ways = new NaiveWays(knowledge);
        Asking = new NaiveAsking(knowledge, answers);
        Triage = new NaiveTriage(knowledge, answers, Asking);
        Pages = new NaivePages(knowledge, answers, Asking);
        Recommendations = NaiveRecommendation.All(this);
    }

    public NaiveKnowledge Knowledge { get; }

    public NaiveAnswers Answers { get; }

    public NaivePass Pass { get; }

    /// <summary>The pass over the fixed facts alone, for the ceiling.</summary>
    public NaivePass FixedPass { get; }

    /// <summary>All conditions in the order in which the assessment lists them.</summary>
    public IReadOnlyList<NaiveCondition> Listed { get; }

    /// <summary>What the profile is advised on, by id.</summary>
    public IReadOnlyList<string> Concerns { get; }

    public NaiveWays Ways { get; }

    public NaiveAsking Asking { get; }

    public NaiveTriage Triage { get; }

    public NaivePages Pages { get; }

    /// <summary>In the order in which they are listed; not-applicable interventions are left out.</summary>
    public IReadOnlyList<NaiveRecommendation> Recommendations { get; }
}
