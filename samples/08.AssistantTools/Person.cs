using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using GutSkin.Core;
using ModelContextProtocol;

namespace GutSkin.Samples.AssistantTools;

/// <summary>What is known of a person: given whole with every call, since the server remembers nobody.</summary>
public sealed record Person
{
    /// <summary>What it is about.</summary>
    [Description("Ids of the conditions that brought the person here, such as acne-vulgaris, rosacea, atopic-dermatitis, psoriasis. Empty = all skin conditions.")]
    public IReadOnlyList<string> Concerns { get; init; } = [];

    /// <summary>The answers.</summary>
    [Description("Answers by the id of the item that next_question gave: a number in the item's unit, true or false, or the id of a choice.")]
    public IReadOnlyDictionary<string, JsonElement> Answers { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>What the person would rather not say.</summary>
    [Description("Ids of items that the person prefers not to answer; they are not asked again, and never taken as safe.")]
    public IReadOnlyList<string> Declined { get; init; } = [];

    /// <summary>The screens.</summary>
    [Description("Ids of screens of which every line was shown to the person and none applies beyond the answers given. Never put one here that was not shown.")]
    public IReadOnlyList<string> Screened { get; init; } = [];

    /// <summary>The day.</summary>
    [Description("The day of the answers, like 2026-11-20; without one no answer is ever too old.")]
    public string? AsOf { get; init; }

    /// <summary>As a profile of the library, checked by its own reader.</summary>
    /// <exception cref="McpException">Something is wrong with it; the message has every fault and none of the answers.</exception>
    public PersonProfile ToProfile(IScoringService scoring)
    {
        var observations = new JsonObject();
        foreach (var (id, value) in Answers)
            observations[id] = JsonNode.Parse(value.GetRawText());
        foreach (string id in Declined)
            observations[id] = new JsonObject { ["declined"] = true };
        var profile = new JsonObject
        {
            ["concerns"] = new JsonArray([.. Concerns.Select(c => (JsonNode)c)]),
            ["screened"] = new JsonArray([.. Screened.Select(s => (JsonNode)s)]),
            ["observations"] = observations,
        };
        if (AsOf is not null)
            profile["asOf"] = AsOf;
        var read = scoring.ReadProfile(profile.ToJsonString(), "person");
        return read.Success ? read.Value : throw Faulty(read.Diagnostics, scoring);
    }

    /// <summary>What is wrong, for the assistant to mend; with the disclaimer, as every answer has it.</summary>
    public static McpException Faulty(IEnumerable<Diagnostic> faults, IScoringService scoring) =>
        new($"{string.Join('\n', faults.Select(f => $"{f.Code} at {f.Path}: {f.Message} {f.Hint}".TrimEnd()))}\n{scoring.RuleSet.Disclaimer}");
}
