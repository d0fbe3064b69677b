using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core;

namespace GutSkin.Samples.WebConsultation;

/// <summary>How the records of this sample are written: known when compiled, so that a trimmed page can write them too.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(Fault[]))]
[JsonSerializable(typeof(Catalog))]
[JsonSerializable(typeof(CatalogScreen[]))]
[JsonSerializable(typeof(LintAnswer))]
[JsonSerializable(typeof(TryAnswer))]
[JsonSerializable(typeof(WhatIfAnswer))]
[JsonSerializable(typeof(ExplanationAnswer))]
[JsonSerializable(typeof(Dictionary<string, StartPage>))]
internal sealed partial class Documents : JsonSerializerContext;

/// <summary>What changes would do to the scores.</summary>
internal sealed record WhatIfAnswer(ImmutableArray<WhatIfCondition> Conditions);

/// <summary>What an id means.</summary>
internal sealed record ExplanationAnswer(string Id, string Kind, string Title, ImmutableArray<string> Lines, ImmutableArray<string> Evidence)
{
    public static ExplanationAnswer Of(Explanation explanation) =>
        new(explanation.Id, Kebab.Of(explanation.Kind), explanation.Title, explanation.Lines, explanation.Evidence);
}
