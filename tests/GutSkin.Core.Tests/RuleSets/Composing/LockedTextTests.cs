namespace GutSkin.Core.Tests.RuleSets.Composing;

/// <summary>Whose words an overlay may put into another language, and whose it may replace.</summary>
public class LockedTextTests
{
    private const string Base = """
        { "id": "base", "version": "1.0.0", "title": "Base", "disclaimer": "This is not a diagnosis.",
          "conditions": [ { "id": "c", "name": "C" } ],
          "factors": [ { "id": "fever", "name": "Fever", "kind": "boolean", "question": "Do you have a fever?", "hint": "Above 38.5 °C." },
            { "id": "rash", "name": "Rash", "kind": "choice", "choices": ["small", "large"], "labels": { "small": "a coin" } }, { "id": "free", "name": "Free", "kind": "boolean" } ],
          "interventions": [ { "id": "referral.doctor", "category": "referral", "name": "Doctor", "summary": "Go today.", "when": { "any": [] } }, { "id": "less", "category": "diet", "name": "Less" } ],
          "safety": [ { "id": "hot", "kind": "red-flag", "urgency": "urgent", "refer": ["referral.doctor"], "message": "See a doctor.", "locked": true,
                        "when": { "any": [ { "factor": "fever", "equals": true }, { "factor": "rash", "equals": "large" } ] } },
            { "id": "open", "kind": "caution", "interventions": ["less"], "message": "Mind.", "when": { "factor": "free", "equals": true } } ],
          "screens": [ { "id": "flags", "title": "Any of these?", "factors": ["fever"] }, { "id": "others", "title": "Others?", "factors": ["free"] } ],
          "texts": { "de": { "factors": { "fever": { "name": "Fieber" } } } } }
        """;

    [Theory]
    [InlineData("safety", "hot", "message", "See a doctor.")]
    [InlineData("screens", "flags", "title", "Any of these?")]
    [InlineData("interventions", "referral.doctor", "name", "Doctor")]
    [InlineData("interventions", "referral.doctor", "summary", "Go today.")]
    [InlineData("factors", "fever", "name", "Fever")]
    [InlineData("factors", "fever", "question", "Do you have a fever?")]
    [InlineData("factors", "fever", "hint", "Above 38.5 °C.")]
    [InlineData("factors", "rash", "labels.small", "a coin")]
    [InlineData("factors", "rash", "labels.large", "large")]
    public void What_a_locked_rule_rests_on_is_said_as_it_was_or_in_another_language(string section, string id, string field, string own)
    {
        Told("en", section, id, field, own).Should().BeEmpty("it is what the entry says itself");
        Told("en", section, id, field, "Something else.").Should().ContainSingle().Which.Should().StartWith($"GS0419 The '{field}' of '{id}' cannot be replaced in 'en': ");
        Told("en-GB", section, id, field, "Something else.").Should().ContainSingle().Which.Should().StartWith($"GS0419 The '{field}' of '{id}' cannot be replaced in 'en-GB': ");
        Told("EN", section, id, field, "Something else.").Should().ContainSingle();
        Told("fr", section, id, field, "Autre chose.").Should().BeEmpty("French readers have had nothing");
        Told("eng", section, id, field, "Something else.").Should().BeEmpty("it is not English");
    }

    [Theory]
    [InlineData("interventions", "less", "name")]
    [InlineData("safety", "open", "message")]
    [InlineData("screens", "others", "title")]
    [InlineData("factors", "free", "name")]
    [InlineData("conditions", "c", "name")]
    public void What_no_locked_rule_rests_on_may_be_said_anew(string section, string id, string field) => Told("en", section, id, field, "Something else.").Should().BeEmpty();

    [Fact]
    public void What_was_said_in_a_language_stays_in_its_dialects_too()
    {
        Told("de", "factors", "fever", "name", "Fieber").Should().BeEmpty();
        Told("de-AT", "factors", "fever", "name", "Fieber").Should().BeEmpty();
        foreach (string culture in (string[])["de", "DE", "de-AT", "de-at-vienna"])
            Told(culture, "factors", "fever", "name", "Wärme").Should().Equal($"GS0419 The 'name' of 'fever' cannot be replaced in '{culture}': the locked safety rule 'hot' reads this factor. $.texts{Path(culture)}.factors.fever.name");
        Told("de", "factors", "fever", "question", "Fieber?").Should().BeEmpty("it had no German");
    }

    [Theory]
    [InlineData("factors", "rash", "question", "'rash' has no 'question' of its own that 'de' could translate, and the locked safety rule 'hot' reads this factor.")]
    [InlineData("factors", "rash", "hint", "'rash' has no 'hint' of its own that 'de' could translate, and the locked safety rule 'hot' reads this factor.")]
    public void What_the_entry_does_not_say_no_language_can(string section, string id, string field, string message) =>
        Told("de", section, id, field, "Nein?").Should().ContainSingle().Which.Should().StartWith("GS0419 " + message);

    private static string Path(string culture) => culture.Contains('-', StringComparison.Ordinal) ? $"['{culture}']" : "." + culture;

    private static string[] Told(string culture, string section, string id, string field, string text)
    {
        string own = field.Split('.') is [var list, var part] ? $$"""{ "{{list}}": { "{{part}}": "{{text}}" } }""" : $$"""{ "{{field}}": "{{text}}" }""";
        string overlay = $$"""{ "id": "o", "version": "1.0.0", "title": "O", "texts": { "{{culture}}": { "{{section}}": { "{{id}}": {{own}} } } } }""";
        return [.. LintCases.Compose(Base, overlay).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => $"{d.Code} {d.Message} {d.Path}")];
    }
}
