using System.Diagnostics;

namespace GutSkin.Core.Tests.Engine.Cohort;

/// <summary>One buffer takes one person after the other.</summary>
[Collection(Alone.Name)]
public class LoadTests
{
    private static ScoreResult[] Scores(ScoringService service, ScoringBuffer buffer)
    {
        var scores = new ScoreResult[buffer.Conditions.Length];
        service.Score(buffer, scores);
        return scores;
    }

    [Fact]
    public void A_loaded_buffer_scores_like_one_made_for_the_profile_and_keeps_nothing_of_the_person_before()
    {
        var all = new CohortCase(12, 16);
        var buffer = all.Service.CreateBuffer();
        for (int i = 0; i < all.Profiles.Length; i++)
        {
            buffer.Load(all.Profiles[i]);
            Scores(all.Service, buffer).Should().Equal(Scores(all.Service, all.Buffers[i]));
        }
    }

    [Fact]
    public void Loading_allocates_nothing()
    {
        var all = new CohortCase(12, 16);
        var buffer = all.Service.CreateBuffer();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(1);)
            Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);

        void Run()
        {
            for (int i = 0; i < 500; i++)
                buffer.Load(all.Profiles[i % all.Profiles.Length]);
        }
    }

    [Fact]
    public void A_faulty_profile_is_refused_with_all_its_faults_and_the_buffer_keeps_what_it_had()
    {
        var service = ScoringService.Default;
        var buffer = service.CreateBuffer(PersonProfile.Create().With("diet.milk", 7).Build());
        var had = Scores(service, buffer);
        var faulty = PersonProfile.Create().With("diet.milk", -1).With("no.such-factor", 1).ConcernedAbout("no-such-condition").Build();
        var load = () => buffer.Load(faulty);
        load.Should().Throw<InvalidInputException>().Which.Diagnostics.Should().Equal(service.Check(faulty)).And.HaveCount(3);
        buffer.TryLoad(faulty).Should().HaveCount(3);
        Scores(service, buffer).Should().Equal(had);
    }

    [Fact]
    public void Unknown_factors_are_left_out_where_the_options_say_so()
    {
        var service = ScoringService.Default;
        var buffer = service.CreateBuffer();
        buffer.Load(
            PersonProfile.Create().With("diet.milk", 7).With("no.such-factor", 1).Build(), new AssessmentOptions { IgnoreUnknownFactors = true });
        Scores(service, buffer).Should().Equal(Scores(service, service.CreateBuffer(PersonProfile.Create().With("diet.milk", 7).Build())));
    }

    [Fact]
    public void Nobody_can_change_a_profile_through_its_observations()
    {
        var observations = (IDictionary<string, Observation>)PersonProfile.Create().With("diet.milk", 7).Build().Observations;
        observations.IsReadOnly.Should().BeTrue();
        var change = () => observations.Remove("diet.milk");
        change.Should().Throw<NotSupportedException>();
    }
}
