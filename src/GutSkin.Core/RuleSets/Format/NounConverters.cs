using System.Text.Json;
using System.Text.Json.Serialization;
using GutSkin.Core.Json;

namespace GutSkin.Core.RuleSets.Format;

internal sealed class MechanismConverter() : FormatConverter<Mechanism>(KnowledgeReader.Mechanism, KnowledgeWriter.Mechanism);

internal sealed class SkinConditionConverter() : FormatConverter<SkinCondition>(KnowledgeReader.Condition, KnowledgeWriter.Condition);

internal sealed class FactorConverter() : FormatConverter<Factor>(FactorReader.Read, KnowledgeWriter.Factor);

internal sealed class FormConverter() : FormatConverter<Form>(KnowledgeReader.Form, KnowledgeWriter.Form);

internal sealed class DerivationConverter() : FormatConverter<Derivation>(DerivationReader.Read, DerivationWriter.Write);

internal sealed class TraitConverter() : FormatConverter<Trait>(KnowledgeReader.Trait, KnowledgeWriter.Trait);

internal sealed class EvidenceConverter() : FormatConverter<Evidence>(KnowledgeReader.Evidence, KnowledgeWriter.Evidence);

internal sealed class ScoringRuleConverter() : FormatConverter<ScoringRule>(RuleReader.Scoring, RuleWriter.Scoring);

internal sealed class InterventionConverter() : FormatConverter<Intervention>(InterventionReader.Read, RuleWriter.Intervention);

internal sealed class SafetyRuleConverter() : FormatConverter<SafetyRule>(RuleReader.Safety, RuleWriter.Safety);

internal sealed class ScreenConverter() : FormatConverter<Screen>(KnowledgeReader.Screen, KnowledgeWriter.Screen);

internal sealed class ConsideredEntryConverter() : FormatConverter<ConsideredEntry>(KnowledgeReader.Considered, KnowledgeWriter.Considered);

internal sealed class ProductConverter() : FormatConverter<Product>(KnowledgeReader.Product, KnowledgeWriter.Product);

internal sealed class RuleSetTestConverter() : FormatConverter<RuleSetTest>(RuleSetTestReader.Read, RuleSetWriter.Test);

internal sealed class ModelOverridesConverter() : FormatConverter<ModelOverrides>(ModelReader.Read, RuleSetWriter.Model);

internal sealed class GateConverter() : FormatConverter<Gate>(GateReader.Read, GateWriter.Write);

internal sealed class CurveConverter() : FormatConverter<Curve>(RuleReader.Curve, RuleWriter.Curve);

/// <summary>A rule set as <see cref="RuleSetJson.Write"/> writes it: without the rules that classes compute.</summary>
internal sealed class RuleSetConverter() : FormatConverter<RuleSet>(static (reading, _) => RuleSetReader.Read(reading), RuleSetWriter.WithoutClasses);

/// <summary>What was composed is written as the rule set that it amounts to. It cannot be read: only composing checks it.</summary>
internal sealed class ResolvedRuleSetConverter : JsonConverter<ResolvedRuleSet>
{
    /// <inheritdoc/>
    public override ResolvedRuleSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Read a RuleSet, and compose it: RuleSetComposer.Compose(RuleSetDocument.From(ruleSet)).");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ResolvedRuleSet value, JsonSerializerOptions options) =>
        new RuleSetConverter().Write(writer, value.Data, options);
}
