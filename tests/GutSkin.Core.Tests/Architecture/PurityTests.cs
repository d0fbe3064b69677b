using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace GutSkin.Core.Tests.Architecture;

/// <summary>
/// No network, no clock, no file, no process, no randomness: <c>BannedSymbols.txt</c> holds the sources to it when they are compiled, and here
/// what the compiled assembly refers to is read from its metadata, with the few places that may.
/// </summary>
public partial class PurityTests
{
    /// <summary>Where files are opened and watched that a host names, and where a host that asks for it is told how long an assessment took.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["Hosting/RuleSetSources.cs"] = "reads the rule sets that a host names",
        ["Hosting/GutSkinWatch.cs"] = "watches those files where a host asks for it",
        ["Scoring/ObservedScoringService.cs"] = "measures how long an assessment takes, for a host's own metrics",
    };

    private static readonly string[] NamespacesOutside = ["System.Net", "System.Net.Http", "System.Net.Sockets", "System.Net.NetworkInformation", "System.Net.Security", "System.IO.Pipes", "System.IO.IsolatedStorage",
        "System.IO.MemoryMappedFiles", "Microsoft.Win32", "System.Timers", "System.Data", "System.Runtime.InteropServices.ComTypes", "System.Reflection.Emit"];

    private static readonly string[] TypesOutside = ["System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.FileSystemWatcher", "System.IO.DriveInfo",
        "System.IO.StreamWriter", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.Threading.Timer", "System.Threading.PeriodicTimer", "System.Random", "System.Console",
        "System.TimeProvider", "System.TimeZoneInfo", "System.Security.Cryptography.RandomNumberGenerator", "System.Runtime.InteropServices.NativeLibrary", "System.AppDomain"];

    private static readonly string[] MembersOutside = ["System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid",
        "System.Threading.Thread.Sleep", "System.Threading.Tasks.Task.Delay", "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
        "System.Math.Exp", "System.Math.Log", "System.Math.Pow", "System.Math.FusedMultiplyAdd"];

    [Fact]
    public void The_compiled_library_refers_to_nothing_outside_but_what_is_named()
    {
        using var file = new PEReader(File.OpenRead(typeof(ScoringService).Assembly.Location));
        var metadata = file.GetMetadataReader();
        string NameOf(TypeReferenceHandle handle)
        {
            var type = metadata.GetTypeReference(handle);
            return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
        }

        var types = metadata.TypeReferences.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        types.Should().HaveCountGreaterThan(100, "the metadata is read");
        types.Where(t => NamespacesOutside.Contains(t[..t.LastIndexOf('.')])).Should().BeEmpty();
        types.Where(TypesOutside.Contains).Should().BeEquivalentTo("System.IO.File", "System.IO.FileStream", "System.IO.FileSystemWatcher", "System.Threading.Timer", "System.Diagnostics.Stopwatch");
        var members = metadata.MemberReferences.Select(metadata.GetMemberReference).Where(m => m.Parent.Kind == HandleKind.TypeReference)
            .Select(m => $"{NameOf((TypeReferenceHandle)m.Parent)}.{metadata.GetString(m.Name)}").ToHashSet(StringComparer.Ordinal);
        members.Where(MembersOutside.Contains).Should().BeEmpty();
        members.Where(m => m.StartsWith("System.Environment.", StringComparison.Ordinal)).Should().Equal(["System.Environment.get_CurrentManagedThreadId"], "iterators ask for it, and nothing else does");
        metadata.GetTableRowCount(TableIndex.ImplMap).Should().Be(0, "nothing native is called");
    }

    [Fact]
    public void Only_the_named_files_are_let_through()
    {
        string root = Repository.Path("src", "GutSkin.Core");
        Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).Where(f => !f.StartsWith("obj/", StringComparison.Ordinal) && !f.StartsWith("bin/", StringComparison.Ordinal))
            .Where(f => Banned().IsMatch(File.ReadAllText(Path.Combine(root, f)))).Should().BeEquivalentTo(Exceptions.Keys);
    }

    [GeneratedRegex("RS0030")]
    private static partial Regex Banned();
}
