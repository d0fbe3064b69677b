using System.Diagnostics;

namespace GutSkin.Core.Tests.Engine.Cohort;

/// <summary>What scoring allocates: nothing a profile, nothing a row.</summary>
[Collection(Alone.Name)]
public class AllocationTests
{
    [Fact]
    public void Score_allocates_nothing()
    {
        var all = new CohortCase(12, 16);
        var scores = new ScoreResult[all.Buffers[0].Conditions.Length];
        int factor = all.Buffers[0].PositionOf(all.Factors[0]);
        // The runtime's quick first version of a method may allocate; the better one comes within a second.
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(1);)
            Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);

        void Run()
        {
            for (int i = 0; i < 2_000; i++)
            {
                var buffer = all.Buffers[i % all.Buffers.Length];
                buffer.Set(factor, buffer.State.Values[factor]);
                all.Service.Score(buffer, scores);
            }
        }
    }

    [Fact]
    public void ScoreTable_allocates_the_same_for_a_thousand_rows_and_for_fifty_thousand()
    {
        var all = new CohortCase(12, 16);
        var few = all.Columns(1_000);
        var many = all.Columns(50_000);
        var results = all.Service.CreateResults(50_000);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(1);)
            Allocated(few);
        Allocated(many).Should().Be(Allocated(few));

        // The least of some: the runtime may take pooled room back at any time.
        long Allocated(CohortColumns columns) => Enumerable.Range(0, 8).Min(_ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            all.Service.ScoreTable(columns, results);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }

    /// <summary>A million rows, scored in pieces of a table: what stays is the room of the threads, less than two bytes a row.</summary>
    [Fact]
    public void Memory_is_flat_over_a_million_rows()
    {
        const int piece = 50_000;
        var all = new CohortCase(12, 16);
        var columns = all.Columns(piece);
        var results = all.Service.CreateResults(piece);
        var two = new CohortOptions { Threads = 2 };
        all.Service.ScoreTable(columns, results, two);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int rows = 0; rows < 1_000_000; rows += piece)
            all.Service.ScoreTable(columns, results, two);
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(2_000_000);
    }
}
