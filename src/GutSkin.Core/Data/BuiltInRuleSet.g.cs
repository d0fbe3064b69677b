namespace GutSkin.Core.RuleSets;

/// <content>What composing the built-in rule set gives.</content>
public static partial class BuiltInRuleSet
{
    private const string Sha256 = "ad34e66e1be9c10d5740d1ded79df43b5134090ea761801bc7e11fd5a9066c43";
}
