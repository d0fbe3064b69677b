using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace GutSkin.Mutation;

/// <summary>
/// Runs test classes against the instrumented assembly, each time in a load context of its own: what the tests or the library keep in
/// static fields (compiled rule sets above all) is made anew with the change that is active.
/// </summary>
internal sealed class Trials(string bin, string[] leftOut)
{
    private const string Tests = "GutSkin.Core.Tests";

    /// <summary>Where the assemblies are.</summary>
    public string Bin => bin;

    /// <summary>The classes that have tests to run, by their full names.</summary>
    public string[] Classes()
    {
        using var context = Load();
        return [.. Cases(context, null).Select(ClassOf).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>What a class reaches: the changes whose places it passes, and how long it takes. Null if one of its tests fails.</summary>
    public (int[] Reached, long Milliseconds)? Reach(string name)
    {
        var clock = Stopwatch.StartNew();
        using var context = Load();
        var reached = Activate(context, -1);
        return Failure(context, [name]) is null
            ? ([.. Enumerable.Range(0, reached.Length).Where(id => reached[id] != 0)], clock.ElapsedMilliseconds)
            : null;
    }

    /// <summary>The class and the test that fails first while a change is active, or null.</summary>
    public string? Failure(string[] classes, int change)
    {
        using var context = Load();
        Activate(context, change);
        return Failure(context, classes);
    }

    private string? Failure(AssemblyLoadContext context, string[] classes)
    {
        foreach (var name in classes)
        {
            var sink = new Sink();
            var tests = new TestAssembly(Reflector.Wrap(TestsIn(context)));
            using var runner = new XunitTestAssemblyRunner(tests, Cases(context, name), sink, sink, new Options());
            runner.RunAsync().GetAwaiter().GetResult();
            if (sink.Failed is { } failed)
            {
                return $"{name}\t{failed}";
            }
        }
        return null;
    }

    private List<IXunitTestCase> Cases(AssemblyLoadContext context, string? name)
    {
        var sink = new Sink();
        var assembly = Reflector.Wrap(TestsIn(context));
        using var discoverer = new XunitTestFrameworkDiscoverer(assembly, new NoSources(), sink);
        if (name is null)
        {
            discoverer.Find(false, sink, new Options());
        }
        else
        {
            discoverer.Find(name, false, sink, new Options());
        }
        sink.Discovered.Wait();
        return [.. sink.Cases.Where(test => !leftOut.Any($"{ClassOf(test)}.{test.Method.Name}".Contains))];
    }

    private static string ClassOf(ITestCase test) => test.TestMethod.TestClass.Class.Name;

    private Context Load() => new(bin);

    private static Assembly TestsIn(AssemblyLoadContext context) => context.LoadFromAssemblyName(new AssemblyName(Tests));

    private static byte[] Activate(AssemblyLoadContext context, int change)
    {
        var control = context.LoadFromAssemblyName(new AssemblyName("GutSkin.Core")).GetTypes().Single(type => type.Name == Instrumented.Control);
        byte[] reached = new byte[Instrumented.MostChanges];
        control.GetField(Instrumented.Reached)!.SetValue(null, reached);
        control.GetField(Instrumented.Active)!.SetValue(null, change);
        return reached;
    }

    /// <summary>Copies of the assemblies: the code that an image brings compiled serves only the first module that loads it.</summary>
    private sealed class Context(string bin) : AssemblyLoadContext, IDisposable
    {
        private static int _contexts;
        private readonly string _copies = Path.Combine(bin, "..", "copies", $"{Environment.ProcessId}-{Interlocked.Increment(ref _contexts)}");

        protected override Assembly? Load(AssemblyName name)
        {
            string file = Path.Combine(bin, name.Name + ".dll");
            if (!name.Name!.StartsWith("GutSkin.", StringComparison.Ordinal) || !File.Exists(file))
            {
                return null;
            }
            Directory.CreateDirectory(_copies);
            string copy = Path.Combine(_copies, name.Name + ".dll");
            File.Copy(file, copy, overwrite: true);
            return LoadFromAssemblyPath(Path.GetFullPath(copy));
        }

        public void Dispose()
        {
            if (Directory.Exists(_copies))
            {
                Directory.Delete(_copies, recursive: true);
            }
        }
    }

    private sealed class NoSources : ISourceInformationProvider
    {
        public ISourceInformation? GetSourceInformation(ITestCase testCase) => null;

        public void Dispose()
        {
        }
    }

    /// <summary>One test after another, and none after the first that fails.</summary>
    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = new()
        {
            ["xunit.discovery.PreEnumerateTheories"] = false,
            ["xunit.execution.DisableParallelization"] = true,
            ["xunit.execution.MaxParallelThreads"] = 1,
            ["xunit.execution.StopOnTestFail"] = true,
            ["xunit.discovery.SynchronousMessageReporting"] = true,
            ["xunit.execution.SynchronousMessageReporting"] = true,
        };

        public TValue? GetValue<TValue>(string name) => _values.TryGetValue(name, out var value) ? (TValue?)value : default;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }

    private sealed class Sink : IMessageSink
    {
        public List<IXunitTestCase> Cases { get; } = [];

        public ManualResetEventSlim Discovered { get; } = new();

        public string? Failed { get; private set; }

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestCaseDiscoveryMessage { TestCase: IXunitTestCase found }:
                    Cases.Add(found);
                    break;
                case IDiscoveryCompleteMessage:
                    Discovered.Set();
                    break;
                case ITestFailed failed:
                    Failed ??= failed.Test.DisplayName;
                    break;
                case IErrorMessage or ITestClassCleanupFailure or ITestCollectionCleanupFailure or ITestAssemblyCleanupFailure:
                    Failed ??= message.GetType().Name;
                    break;
            }
            return Failed is null;
        }
    }
}
