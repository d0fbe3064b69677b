using System.Collections.Immutable;
using GutSkin.Core;
using GutSkin.Core.RuleSets;
using GutSkin.Fhir.Codes;
using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir.Reading;

/// <summary>What readers of resources share: the rule set, its codes, the other resources, and where findings go.</summary>
internal sealed class Intake(ResolvedRuleSet ruleSet, FhirReadOptions options, string? file)
{
    private const int MaxWarnings = 1000;

    private readonly List<Diagnostic> diagnostics = [];
    private readonly Dictionary<string, R4.Resource> byReference = new(StringComparer.Ordinal);

    public ResolvedRuleSet RuleSet { get; } = ruleSet;

    public FhirReadOptions Options { get; } = options;

    public CodeTable Codes { get; } = new(ruleSet);

    public FactorThresholds Thresholds { get; } = new(ruleSet);

    public List<Candidate> Candidates { get; } = [];

    public List<AnsweredScreen> Screens { get; } = [];

    /// <summary>What brought the person here, as answers say it.</summary>
    public List<string> Concerns { get; } = [];

    public ImmutableArray<Diagnostic> Diagnostics => [.. diagnostics];

    /// <summary>The factor, where the rule set has it.</summary>
    public Factor? Factor(string id) => RuleSet.FindFactor(id);

    public void Warn(string code, ResourceSlot resource, string path, string message, string? hint = null)
    {
        if (diagnostics.Count < MaxWarnings)
            diagnostics.Add(Faults.Warning(code, resource, path, message, file, hint));
        else if (diagnostics.Count == MaxWarnings)
            Warn(FhirDiagnostics.ManyWarnings, "There are more than 1,000 warnings; the others are not listed.");
    }

    public void Warn(string code, string message) => diagnostics.Add(new Diagnostic
    {
        Code = code, Severity = DiagnosticSeverity.Warning, File = file, Path = "$", Message = message,
        Hint = FhirDiagnostics.All.First(d => d.Code == code).Remedy,
    });

    /// <summary>Makes a resource known to references.</summary>
    public void Index(R4.Resource resource, string? fullUrl)
    {
        if (fullUrl is not null)
            byReference.TryAdd(fullUrl, resource);
        if (Damaged.Id(resource) is { } id)
            byReference.TryAdd($"{resource.TypeName}/{id}", resource);
    }

    /// <summary>The resource that a reference means: a contained one, one by its full URL, or one by type and id; null where it is not here.</summary>
    public R4.Resource? Resolve(R4.ResourceReference? reference, R4.DomainResource from)
    {
        if (reference?.Reference is not { Length: > 0 } text)
            return null;
        if (text.StartsWith('#'))
            return Damaged.Contained(from).FirstOrDefault(c => Damaged.Id(c) == text[1..]);
        return byReference.GetValueOrDefault(text) ?? byReference.GetValueOrDefault(References.Key(text));
    }

    /// <summary>Notes a factor that a resource speaks about.</summary>
    public static FactorSlot Slot(ResourceSlot resource, string factor, string path)
    {
        var slot = new FactorSlot(factor, path);
        resource.Factors.Add(slot);
        return slot;
    }

    /// <summary>The codes of a concept that have a system which some table speaks of; and whether it has any code with a system at all.</summary>
    public static (ImmutableArray<(string System, string Code)> Codes, bool HasCode) Coded(R4.CodeableConcept? concept)
    {
        var codings = concept?.Coding.Where(c => c is { System: not null, Code: not null }).ToList() ?? [];
        return ([.. codings.Select(c => (System: CodeSystems.NameOf(c.System), Code: c.Code!)).Where(c => c.System is not null).Select(c => (c.System!, c.Code))], codings.Count > 0);
    }

    /// <summary>The text of a primitive as it was written; null where there is none.</summary>
    public static string? Text(R4.DataType? primitive) => primitive is R4.PrimitiveType p ? p.ToString() : null;

    /// <summary>A date in a resource; one without a day is taken as its first day, and said.</summary>
    public Moment? When(ResourceSlot resource, string path, string? text)
    {
        var moment = Moment.Read(text);
        if (moment is { IsPartial: true })
            Warn(FhirDiagnostics.PartialDate, resource, path, "the date has no day; its first day is taken.");
        return moment;
    }

    /// <summary>The first of several dates that is there.</summary>
    public Moment? When(ResourceSlot resource, params ReadOnlySpan<(string Path, string? Text)> dates)
    {
        foreach (var (path, text) in dates)
        {
            if (Moment.Read(text) is not null)
                return When(resource, $"{resource.Path}.{path}", text);
        }

        return null;
    }
}

/// <summary>Compares references.</summary>
internal static class References
{
    /// <summary>Type and id of a reference, whether relative or absolute, without a version; the text itself where it is neither.</summary>
    public static string Key(string reference)
    {
        int history = reference.IndexOf("/_history/", StringComparison.Ordinal);
        string[] parts = (history < 0 ? reference : reference[..history]).Split('/');
        return parts.Length >= 2 && parts[^2].Length > 0 && char.IsAsciiLetterUpper(parts[^2][0]) ? $"{parts[^2]}/{parts[^1]}" : reference;
    }
}
