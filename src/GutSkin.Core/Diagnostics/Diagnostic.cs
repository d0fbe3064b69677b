using System.Globalization;
using System.Text.Json.Serialization;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Values;

namespace GutSkin.Core;

/// <summary>One thing that is wrong with an input, with its place. Messages name ids and allowed ranges, never a person's value.</summary>
public sealed record Diagnostic
{
    /// <summary>The stable code, for example <c>GS0301</c>; <c>docs/diagnostics.md</c> lists them all.</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    /// <summary>How grave it is.</summary>
    [JsonPropertyName("severity")]
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>The file or document it is in, where it has a name.</summary>
    [JsonPropertyName("file")]
    public string? File { get; init; }

    /// <summary>The line, from 1; absent for what was not read from text.</summary>
    [JsonPropertyName("line")]
    public int? Line { get; init; }

    /// <summary>The column in UTF-16 units, from 1; absent for what was not read from text.</summary>
    [JsonPropertyName("column")]
    public int? Column { get; init; }

    /// <summary>The JSON path, for example <c>$.rules[3].curve[1]</c>.</summary>
    [JsonPropertyName("path")]
    public string Path { get; init; } = "$";

    /// <summary>What is wrong, in one sentence on one line: a line break in a word of the input is shown as U+FFFD.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init => field = Quoting.OneLine(value)!; }

    /// <summary>What to do: the nearest id, the allowed range, on one line; absent where there is nothing to add.</summary>
    [JsonPropertyName("hint")]
    public string? Hint { get; init => field = Quoting.OneLine(value); }

    /// <summary>The form compilers use: <c>file(line,col): error GS0123: message</c>, with the hint behind.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString()
    {
        string place = Line is { } line
            ? string.Create(CultureInfo.InvariantCulture, $"{File ?? "input"}({line},{Column ?? 1})")
            : $"{File ?? "input"}({Path})";
        string severity = Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return $"{place}: {severity} {Code}: {Message}{(Hint is null ? "" : " " + Hint)}";
    }
}

/// <summary>How grave a diagnostic is.</summary>
[JsonConverter(typeof(KebabEnumConverter<DiagnosticSeverity>))]
public enum DiagnosticSeverity
{
    /// <summary>Worth a look; the input is used.</summary>
    Warning,

    /// <summary>The input is not used.</summary>
    Error,
}

/// <summary>What a diagnostic code means.</summary>
/// <param name="Code">The code.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Meaning">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record DiagnosticDescription(string Code, DiagnosticSeverity Severity, string Meaning, string Remedy);
