using System.CommandLine;
using System.Text.RegularExpressions;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary>The options <c>--ignore-unknown</c> and <c>--culture</c>.</summary>
internal sealed partial class AssessmentChoices
{
    private readonly Option<bool> ignoreUnknown = new("--ignore-unknown")
    {
        Description = "Turn factors that the rule set does not know into notices.",
    };

    private readonly Option<string?> culture = new("--culture")
    {
        Description = "The language of names, messages and questions, for example de.",
        HelpName = "CULTURE",
    };

    /// <summary>Makes the options.</summary>
    public AssessmentChoices() => culture.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<string?>() is { } name && !CultureName().IsMatch(name))
            result.AddError($"'{name}' is not a culture: write it like de or de-AT.");
    });

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(ignoreUnknown);
        command.Options.Add(culture);
    }

    /// <summary>What was chosen.</summary>
    public AssessmentOptions Of(ParseResult parsed) => new()
    {
        IgnoreUnknownFactors = parsed.GetValue(ignoreUnknown),
        Culture = parsed.GetValue(culture),
    };

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex CultureName();
}
