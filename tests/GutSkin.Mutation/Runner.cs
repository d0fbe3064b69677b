using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace GutSkin.Mutation;

/// <summary>Asks workers about every change, each by the classes that reach it: the likeliest to fail in the least time first.</summary>
internal sealed class Runner(string bin, string leftOut, string results, int workers, int seconds)
{
    private readonly Dictionary<string, (HashSet<int> Reached, long Milliseconds)> _classes = [];
    private readonly Dictionary<string, Luck> _luck = [];
    private readonly Dictionary<(string Class, string File), Luck> _luckInFile = [];
    private readonly Dictionary<int, string> _files = [];
    private readonly Lock _lock = new();

    public async Task<int> RunAsync(string changes)
    {
        foreach (string[] row in File.ReadLines(changes).Select(line => line.Split('\t')))
        {
            _files[int.Parse(row[0], CultureInfo.InvariantCulture)] = row[2].Split(':')[0];
        }
        // In no order, so that what is learned of a file comes early; always the same.
        int[] ids = [.. _files.Keys.Order()];
        new Random(1).Shuffle(ids);
        await using var writer = new StreamWriter(results) { AutoFlush = true };
        await FindReachAsync().ConfigureAwait(false);
        foreach (var (name, (reached, milliseconds)) in _classes.OrderByDescending(c => c.Value.Milliseconds).Take(20))
        {
            Console.WriteLine($"{milliseconds} ms, {reached.Count} changes reached: {name}");
        }
        Console.WriteLine($"{_classes.Count} test classes, {_classes.Values.Sum(c => c.Milliseconds) / 1000} s together; they reach {ids.Count(id => _classes.Values.Any(c => c.Reached.Contains(id)))} of {ids.Length} changes");
        await EachAsync(ids, async (talk, id) =>
        {
            var order = Order(id);
            var answer = order.Length == 0 ? "" : await talk.AskAsync($"try {id} {string.Join(' ', order)}", 20 + (2 * order.Sum(name => _classes[name].Milliseconds) / 1000)).ConfigureAwait(false);
            var words = answer?.Split('\t') ?? [];
            lock (_lock)
            {
                Learn(order, words.Length == 2 ? words[0] : null, _files[id]);
                writer.WriteLine(answer switch
                {
                    null => $"{id}\t{talk.Ended}\t",
                    "" => $"{id}\tlived\t{(order.Length == 0 ? "no test reaches it" : "")}",
                    _ => $"{id}\tkilled\t{words[1]}",
                });
            }
        }).ConfigureAwait(false);
        return 0;
    }

    /// <summary>Which changes each test class reaches, and how long it takes.</summary>
    private async Task FindReachAsync()
    {
        string[] classes;
        using (var first = new Talk(bin, leftOut))
        {
            classes = (await first.AskAsync("classes", 120).ConfigureAwait(false))!.Split(' ');
        }
        await EachAsync(classes, async (talk, name) =>
        {
            var words = (await talk.AskAsync($"reach {name}", 600).ConfigureAwait(false))?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? ["fails"];
            lock (_lock)
            {
                if (words[0] == "fails")
                {
                    Console.WriteLine($"left out, fails with no change active: {name}");
                    return;
                }
                _classes[name] = ([.. words[1..].Select(int.Parse)], long.Parse(words[0], CultureInfo.InvariantCulture));
            }
        }).ConfigureAwait(false);
    }

    private string[] Order(int id)
    {
        lock (_lock)
        {
            long left = 1000L * seconds;
            return [.. _classes.Where(c => c.Value.Reached.Contains(id)).OrderByDescending(c => Likelihood(c.Key, _files[id]) / (100 + c.Value.Milliseconds)).ThenBy(c => c.Key, StringComparer.Ordinal).Where(c => c.Value.Milliseconds <= left && (left -= c.Value.Milliseconds) >= 0).Select(c => c.Key)];
        }
    }

    /// <summary>How often a class failed when it was asked: about changes of the same file above all, and about any.</summary>
    private double Likelihood(string name, string file) => _luckInFile.GetValueOrDefault((name, file)).Share + (0.2 * _luck.GetValueOrDefault(name).Share);

    private void Learn(string[] order, string? failed, string file)
    {
        foreach (var name in order)
        {
            _luck[name] = _luck.GetValueOrDefault(name).With(name == failed);
            _luckInFile[(name, file)] = _luckInFile.GetValueOrDefault((name, file)).With(name == failed);
            if (name == failed)
            {
                break;
            }
        }
    }

    private async Task EachAsync<T>(IEnumerable<T> items, Func<Talk, T, Task> ask)
    {
        var queue = new ConcurrentQueue<T>(items);
        await Task.WhenAll(Enumerable.Range(0, workers).Select(async _ =>
        {
            using var talk = new Talk(bin, leftOut);
            while (queue.TryDequeue(out var item))
            {
                await ask(talk, item).ConfigureAwait(false);
            }
        })).ConfigureAwait(false);
    }

    private readonly record struct Luck(int Tries, int Failures)
    {
        public double Share => (Failures + 0.2) / (Tries + 1);

        public Luck With(bool failed) => new(Tries + 1, Failures + (failed ? 1 : 0));
    }

    /// <summary>A worker, started when asked and again once it ended, took too long or has answered thirty times.</summary>
    private sealed class Talk(string bin, string leftOut) : IDisposable
    {
        private Process? _process;
        private int _asked;

        /// <summary>Why the last question had no answer.</summary>
        public string Ended { get; private set; } = "";

        public async Task<string?> AskAsync(string question, long seconds)
        {
            if (_process is null || _asked++ % 30 == 29)
            {
                Dispose();
                _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "GutSkin.Mutation.dll"), "work", bin, leftOut])
                {
                    RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
                })!;
                _process.ErrorDataReceived += (_, _) => { };
                _process.BeginErrorReadLine();
            }
            await _process.StandardInput.WriteLineAsync(question).ConfigureAwait(false);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
            try
            {
                while (await _process.StandardOutput.ReadLineAsync(limit.Token).ConfigureAwait(false) is { } line)
                {
                    if (line.StartsWith(Worker.Mark, StringComparison.Ordinal))
                    {
                        return line[Worker.Mark.Length..];
                    }
                }
                Ended = "ended the process";
            }
            catch (OperationCanceledException)
            {
                Ended = "timed out";
            }
            Dispose();
            return null;
        }

        public void Dispose()
        {
            if (_process is { } process)
            {
                _process = null;
                process.Kill();
                process.Dispose();
            }
        }
    }
}
