using System.CommandLine;

namespace GutSkin.Tool;

/// <summary>The options <c>--rules</c> and <c>--no-default-rules</c>, and the rule set they come to.</summary>
internal sealed class RuleOptions
{
    private readonly Option<string[]> rules = new("--rules")
    {
        Description = "Rule sets to add, in this order.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> noDefaultRules = new("--no-default-rules")
    {
        Description = "Start from nothing instead of the built-in rule set.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(rules);
        command.Options.Add(noDefaultRules);
    }

    /// <summary>
    /// The operand of the verb and the files of <c>--rules</c>. As <c>--rules</c> takes several files, it also takes an operand
    /// written behind it; the last one is given back where the operand is missing.
    /// </summary>
    public (string? Operand, string[] Files) Split(ParseResult parsed, string? operand)
    {
        string[] files = parsed.GetValue(rules) ?? [];
        if (operand is null && files.Length > 1)
            return (files[^1], files[..^1]);
        return (operand, files);
    }

    /// <summary>Reads and composes the rule set in force.</summary>
    public ComposedRules Compose(ParseResult parsed, string[] files)
    {
        bool withDefault = !parsed.GetValue(noDefaultRules);
        if (!withDefault && files.Length == 0)
            throw ToolFailure.Usage("--no-default-rules needs --rules FILE");
        return RuleSources.Compose(files, withDefault);
    }
}
