using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using GutSkin.Core;
using GutSkin.Core.RuleSets;
using GutSkin.Fhir;

namespace GutSkin.Tool;

/// <summary>The options <c>--input fhir</c>, <c>--as-of</c>, <c>--patient</c> and <c>--concern</c>: a person as FHIR resources.</summary>
internal sealed class FhirInput
{
    private readonly Option<string> input = new("--input") { Description = "What PROFILE is: a profile, or FHIR R4 resources (a Bundle or one resource, JSON or XML).", DefaultValueFactory = _ => "profile" };
    private readonly Option<string?> asOf = new("--as-of") { Description = "With FHIR: the day for which it speaks, for example 2026-11-20; else the Bundle's, or that of its latest record.", HelpName = "DAY" };
    private readonly Option<string?> patient = new("--patient") { Description = "With FHIR: whom to read, where there are several people.", HelpName = "ID" };
    private readonly Option<string[]> concern = new("--concern") { Description = "With FHIR: a condition the person wants advice on.", HelpName = "ID", DefaultValueFactory = _ => [] };

    /// <summary>
    /// Whether this program can read and write FHIR itself: the library that does looks its classes up while it runs, which a program compiled
    /// ahead cannot; that one hands over to the one for the runtime beside it.
    /// </summary>
    [FeatureSwitchDefinition("GutSkin.Tool.Fhir")]
    public static bool IsHere => !AppContext.TryGetSwitch("GutSkin.Tool.Fhir", out bool isHere) || isHere;

    /// <summary>Makes the options.</summary>
    public FhirInput()
    {
        input.AcceptOnlyFromAmong("profile", "fhir");
        asOf.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !TryDay(text, out _))
                result.AddError($"'{text}' is not a day: write it like 2026-11-20.");
        });
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(input);
        command.Options.Add(asOf);
        command.Options.Add(patient);
        command.Options.Add(concern);
    }

    /// <summary>Whether the input is FHIR.</summary>
    public bool IsChosen(ParseResult parsed)
    {
        if (parsed.GetValue(input) == "fhir")
            return true;
        if (parsed.GetResult(asOf) is { Implicit: false } || parsed.GetResult(patient) is { Implicit: false } || parsed.GetResult(concern) is { Implicit: false })
            throw ToolFailure.Usage("--as-of, --patient and --concern need --input fhir; a profile says these itself");
        return false;
    }

    /// <summary>Reads a person; what was noticed, and what became of the resources, goes to standard error.</summary>
    public ReadResult<FhirIntake> Read(ParseResult parsed, string path, ResolvedRuleSet ruleSet)
    {
        var options = new FhirReadOptions
        {
            AsOf = TryDay(parsed.GetValue(asOf), out var day) ? day : null,
            Patient = parsed.GetValue(patient),
            Concerns = [.. parsed.GetValue(concern) ?? []],
        };
        var read = InputFile.With(path, stream => FhirReader.Read(stream, ruleSet, options, InputFile.NameOf(path)));
        foreach (var warning in read.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Warning))
            Std.Error.WriteLine(warning);
        if (read.Value is { } intake)
            Tell(intake);
        return read;
    }

    /// <summary>An assessment as a Bundle; one without a day is made now.</summary>
    public static string Write(Assessment assessment, string? patient) => FhirWriter.ToJson(FhirWriter.ToBundle(assessment, new FhirWriteOptions
    {
        Subject = patient,
        Recorded = assessment.AsOf is null ? TimeProvider.System.GetUtcNow() : null,
    }));

    private static void Tell(FhirIntake intake)
    {
        int used = intake.Resources.Count(r => r.Outcome == FhirOutcome.Used);
        Std.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{used} of {intake.Resources.Length} resources used"));
        foreach (var group in intake.Resources.Where(r => r.Reason is not null).GroupBy(r => r.Reason!.Value).OrderByDescending(g => g.Count()).ThenBy(g => g.Key))
        {
            var types = group.GroupBy(r => r.Type).OrderByDescending(t => t.Count()).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Count()} {t.Key}");
            Std.Error.WriteLine($"  {string.Join(", ", types)}: {group.Key.Text()}");
        }
    }

    private static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
