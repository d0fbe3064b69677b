using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets.Composing;

/// <summary>What comes of composing documents that nothing is wrong with.</summary>
public class ComposedRuleSetTests
{
    private const string Head = "{ \"id\": \"o1\", \"version\": \"0.1.0\", \"title\": \"O\"";
    private const string Head2 = "{ \"id\": \"o2\", \"version\": \"0.2.0\", \"title\": \"P\"";
    private const string Milk = "\"changes\": [ { \"factor\": \"diet.milk\", \"atMost\": 0.5 } ]";

    [Fact]
    public void TheHeadIsThatOfTheLastDocument()
    {
        var resolved = Compose(Head + ", \"license\": \"MIT\", \"authors\": [\"A\"], \"intendedUse\": \"research\", \"disclaimer\": \"This is not a diagnosis!\", \"extends\": [ { \"id\": \"test.base\" } ] }");
        resolved.Data.Should().BeEquivalentTo(
            new { Id = "o1", Version = "0.1.0", Title = "O", License = "MIT", IntendedUse = IntendedUse.Research, Disclaimer = "This is not a diagnosis!" });
        resolved.Data.Authors.Should().Equal("A");
        resolved.Data.Extends.Should().BeEmpty();
        resolved.Documents.Select(d => d.Id).Should().Equal("test.base", "o1");
        resolved.Documents[0].Sha256.Should().Be(Compose().Sha256).And.HaveLength(64);
        resolved.Sha256.Should().NotBe(resolved.Documents[1].Sha256);
    }

    [Fact]
    public void WhatIsExtendedComesFirst()
    {
        string overlay = Head + ", \"extends\": [ { \"id\": \"test.base\" } ] }";
        LintCases.Compose(overlay, Head2 + " }", LintBase.Json).GetValueOrThrow().Documents.Select(d => d.Id).Should().Equal("test.base", "o1", "o2");
        LintCases.Compose(LintBase.Json, Head2 + " }", overlay).GetValueOrThrow().Documents.Select(d => d.Id).Should().Equal("test.base", "o2", "o1");
    }

    [Fact]
    public void AKnownIdReplacesInPlaceAndANewOneComesLast()
    {
        var set = Compose(Head + """
            , "conditions": [ { "id": "new", "name": "N" }, { "id": "acne", "name": "Acne 2" } ],
            "considered": [ { "factor": "diet.milk", "condition": "rosacea", "why": "Still none." }, { "factor": "diet.sugar", "condition": "rosacea", "why": "None." } ] }
            """).Data;
        set.Conditions.Select(c => c.Name).Should().Equal("Acne 2", "Rosacea", "N");
        set.Considered.Select(c => c.Why).Should().Equal("Still none.", "None.");
    }

    [Fact]
    public void ModelAndTextsMergeByKey()
    {
        var resolved = Compose(Head + """
            , "model": { "certaintyShrinkage": { "low": 0.4 } },
            "texts": { "de": { "factors": { "diet.milk": { "question": "Wie viel?" }, "diet.sugar": { "name": "Zucker" } } }, "fr": { "factors": { "diet.milk": { "name": "Lait" } } } } }
            """);
        resolved.Model.CertaintyShrinkage[Certainty.Low].Should().Be(0.4);
        resolved.Model.CertaintyShrinkage[Certainty.High].Should().Be(1);
        resolved.Model.Bands.Should().HaveCount(3);
        var german = resolved.Data.Texts["de"];
        german.Find("factors", "diet.milk", "name").Should().Be("Milch");
        german.Find("factors", "diet.milk", "question").Should().Be("Wie viel?");
        german.Find("factors", "diet.sugar", "name").Should().Be("Zucker");
        resolved.Data.Texts["fr"].Find("factors", "diet.milk", "name").Should().Be("Lait");
    }

    [Fact]
    public void ARemovalTakesItsMentionsAlong()
    {
        var set = Compose(Head + ", \"remove\": { \"interventions\": [\"diet.less-milk\"], \"evidence\": [\"study-b\"], \"factors\": [\"diet.sugar\"], \"rules\": [\"acne.sugar\"] } }").Data;
        set.Safety.Select(s => s.Id).Should().Equal("no-probiotics", "fever");
        set.Rules.Select(r => r.Id).Should().Equal("acne.milk", "acne.soap", "rosacea.fever");
        set.Rules[1].ContradictedBy.Should().BeEmpty();
        set.Interventions.Single(i => i.Id == "probiotic.mix").Evidence.Should().BeEmpty();
        set.Tests.Should().BeEmpty();
    }

    [Fact]
    public void TheComposedRuleSetIsItselfARuleSet()
    {
        var resolved = Compose(
            Head + ", \"remove\": { \"interventions\": [\"probiotic.mix\"] }, \"interventions\": [ { \"id\": \"kefir\", \"category\": \"probiotic\", \"name\": \"K\" } ] }");
        var again = RuleSetComposer.Compose(RuleSetDocument.From(resolved.Data)).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error);
        again.Select(d => d.ToString()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("{ \"id\": \"kefir\", \"category\": \"probiotic\", \"name\": \"K\" }", "probiotic.mix")]
    [InlineData("{ \"id\": \"kefir\", \"category\": \"food\", \"name\": \"K\", \"sameSafetyAs\": [\"probiotic.mix\"] }", "probiotic.mix")]
    [InlineData("{ \"id\": \"kefir\", \"category\": \"food\", \"name\": \"K\" }", "")]
    public void WhatTakesThePlaceOfARemovedInterventionKeepsItsSafety(string added, string same)
    {
        var set = Compose(Head + ", \"remove\": { \"interventions\": [\"probiotic.mix\"] }, \"interventions\": [ " + added + " ] }").Data;
        var kefir = set.Interventions.Single(i => i.Id == "kefir");
        string.Join(',', kefir.SameSafetyAs).Should().Be(same);
        RulesFor(set, "kefir").Should().Equal(same.Length > 0 ? ["no-probiotics"] : []);
    }

    [Fact]
    public void ARenameInTwoStepsKeepsItsSafety()
    {
        var set = Compose(
            Head + ", \"remove\": { \"interventions\": [\"diet.less-milk\"] } }",
            Head2 + ", \"interventions\": [ { \"id\": \"diet.no-milk\", \"category\": \"diet\", \"name\": \"N\", " + Milk + " } ] }",
            "{ \"id\": \"o3\", \"version\": \"1.0.0\", \"title\": \"O\", \"remove\": { \"interventions\": [\"diet.no-milk\"] }, \"interventions\": [ { \"id\": \"diet.zero-milk\", \"category\": \"diet\", \"name\": \"Z\", "
            + "\"sameSafetyAs\": [\"diet.no-milk\"] } ] }").Data;
        set.Interventions.Single(i => i.Id == "diet.zero-milk").SameSafetyAs.Should().Equal("diet.no-milk", "diet.less-milk");
        RulesFor(set, "diet.zero-milk").Should().Equal("calcium");
    }

    [Theory]
    [InlineData("a", "b", "c")]
    [InlineData("c", "b", "a")]
    [InlineData("b", "c", "a")]
    public void WhatIsSafeAsEachOtherHasTheSafetyOfAll(string first, string second, string third)
    {
        string Added(string id, string same) => $$"""{ "id": "food.{{id}}", "category": "food", "name": "{{id}}", "sameSafetyAs": [{{same}}] }""";
        var set = Compose(Head + ", \"interventions\": [ " + string.Join(",\n", [
            Added(first, $"\"food.{second}\""), Added(second, $"\"food.{third}\""), Added(third, $"\"food.{first}\", \"probiotic.mix\""),
            Added("d", $"\"food.{second}\""), Added("e", "\"food.f\""), Added("f", "\"food.e\""), Added("g", "\"diet.less-milk\", \"food.d\"")]) + " ] }").Data;
        foreach (string id in (string[])["food.a", "food.b", "food.c", "food.d"])
            RulesFor(set, id).Should().Equal(["no-probiotics"], id);
        RulesFor(set, "food.e").Should().BeEmpty();
        RulesFor(set, "food.f").Should().BeEmpty();
        RulesFor(set, "food.g").Should().BeEquivalentTo(["no-probiotics", "calcium"]);
    }

    [Fact]
    public void WhatAnInterventionStoodInForIsNotForgottenWhereItIsLocked()
    {
        var set = Compose(
            Head + ", \"remove\": { \"interventions\": [\"probiotic.mix\"] }, \"interventions\": [ { \"id\": \"kefir\", \"category\": \"food\", \"name\": \"K\", \"sameSafetyAs\": [\"probiotic.mix\"] } ] }",
            Head2 + ", \"interventions\": [ { \"id\": \"kefir\", \"category\": \"drink\", \"name\": \"Only kefir\" } ] }").Data;
        RulesFor(set, "kefir").Should().Equal("no-probiotics");
    }

    [Fact]
    public void TwoThatStoodSideBySideDoNotInherit()
    {
        string side = LintBase.With(("{ \"id\": \"referral.doctor\"", "{ \"id\": \"yeast\", \"category\": \"probiotic\", \"name\": \"Y\" },\n      { \"id\": \"referral.doctor\""));
        var set = LintCases.Compose(side, Head + ", \"remove\": { \"interventions\": [\"probiotic.mix\"] } }").GetValueOrThrow().Data;
        set.Interventions.Single(i => i.Id == "yeast").SameSafetyAs.Should().BeEmpty();
    }

    [Fact]
    public void ADocumentWrittenInCodeHasPathsById()
    {
        var set = RuleSetJson.Read(LintBase.Json).RuleSet!;
        var broken = set with
        {
            Id = "Bad Id",
            Source = null,
            Rules = [set.Rules[0] with { Curve = Curve.Of((0, 0), (0, 2)), Factor = "diet.milc", Effect = Effect.OddsRatio(double.NaN) }],
            Tests = [],
        };
        RuleSetComposer.Compose(RuleSetDocument.From(broken)).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => $"{d.File} {d.Code} {d.Path}").Should().BeEquivalentTo(
                "Bad Id GS0107 $.id",
                "Bad Id GS0106 $.rules['acne.milk'].effect.oddsRatio",
                "Bad Id GS0202 $.rules['acne.milk'].factor",
                "Bad Id GS0303 $.rules['acne.milk'].effect.oddsRatio",
                "Bad Id GS0301 $.rules['acne.milk'].curve[1][0]",
                "Bad Id GS0302 $.rules['acne.milk'].curve[1][1]");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void AnIdStandsForADocumentWhereItIsShort(int length, bool stands)
    {
        string id = new('a', length);
        var broken = RuleSetJson.Read(LintBase.Json).RuleSet! with { Id = id, Source = null, Conditions = [], Tests = [] };
        RuleSetComposer.Compose(RuleSetDocument.From(broken)).Diagnostics.Should().NotBeEmpty().And.OnlyContain(d => d.File == (stands ? id : null));
    }

    [Fact]
    public void ARuleSetReadFromAFileIsCalledAfterItWhoeverHandsItOn()
    {
        var read = RuleSetJson.Read(LintBase.With(("\"factor\": \"diet.sugar\", \"curve\"", "\"factor\": \"diet.sugr\", \"curve\"")), "base.json").RuleSet!;
        RuleSetComposer.Compose(RuleSetDocument.From(read)).Diagnostics.Should().NotBeEmpty().And.OnlyContain(d => d.File == "base.json");
    }

    [Fact]
    public void OfTheWordsForRuleSetsThoseOfTheLastAreKept()
    {
        string german = LintBase.With(("\"de\": { \"factors\"", "\"de\": { \"ruleSet\": { \"test.base\": { \"title\": \"Grundlage\" } }, \"factors\""));
        Words("").Should().BeEmpty();
        Words(", \"texts\": { \"de\": { \"ruleSet\": { \"o1\": { \"title\": \"Darüber\" } } } }").Should().Equal("o1 title Darüber");

        string[] Words(string more)
        {
            var texts = LintCases.Compose(german, "{ \"id\": \"o1\", \"version\": \"1.0.0\", \"title\": \"O\"" + more + " }").GetValueOrThrow().Data.Texts["de"];
            texts.Sections.Should().ContainKey("factors");
            texts.Sections.ContainsKey("ruleSet").Should().Be(more.Length > 0, "an empty section is not written");
            return [.. texts.Sections.GetValueOrDefault("ruleSet")?.SelectMany(e => e.Value.Select(t => $"{e.Key} {t.Key} {t.Value}")) ?? []];
        }
    }

    [Fact]
    public void ATranslatedDisclaimerIsThatOfTheNextDocumentToo()
    {
        var texts = Compose(
            """{ "id": "o1", "version": "1.0.0", "title": "O", "texts": { "de": { "ruleSet": { "o1": { "disclaimer": "Dies ist keine Diagnose." } } } } }""",
            """{ "id": "o2", "version": "1.0.0", "title": "O" }""").Data.Texts["de"];
        texts.Find("ruleSet", "o2", "disclaimer").Should().Be("Dies ist keine Diagnose.");
    }

    [Fact]
    public void WhatStandsInForWhatALockedRuleReachesByATraitIsReachedToo()
    {
        const string locks = """
            { "id": "o1", "version": "1.0.0", "title": "O", "safety": [ { "id": "aimed", "kind": "contraindication", "locked": true, "traits": ["live-microbes"], "message": "M.",
              "when": { "factor": "person.pregnant", "equals": true } } ] }
            """;
        const string standsIn = """
            { "id": "o2", "version": "1.0.0", "title": "O", "interventions": [ { "id": "yeast", "category": "diet", "name": "Yeast", "sameSafetyAs": ["probiotic.mix"], "evidence": ["study-a"] },
              { "id": "water", "category": "diet", "name": "Water", "evidence": ["study-a"] } ] }
            """;
        Compose(locks, standsIn).Data.Safety.Single(s => s.Id == "aimed").Interventions.Should().Equal("yeast");
    }

    [Theory]
    [InlineData("contraindication")]
    [InlineData("caution")]
    public void WhatWasAWayOfWhatALockedRuleReachesKeepsItWhenItIsNoMore(string kind)
    {
        string locks = $$"""
            { "id": "o1", "version": "1.0.0", "title": "O", "safety": [ { "id": "aimed", "kind": "{{kind}}", "locked": true, "traits": ["live-microbes"], "message": "M.",
              "when": { "factor": "person.pregnant", "equals": true } } ] }
            """;
        const string way = """{ "id": "o2", "version": "1.0.0", "title": "O", "interventions": [ { "id": "yeast", "category": "diet", "name": "Yeast", "variantOf": "probiotic.mix", "evidence": ["study-a"] } ] }""";
        const string own = """{ "id": "o3", "version": "1.0.0", "title": "O", "interventions": [ { "id": "yeast", "category": "diet", "name": "Yeast", "evidence": ["study-a"] } ] }""";
        Compose(locks, way).Data.Safety.Single(s => s.Id == "aimed").Interventions.Should().BeEmpty("it is reached through what it is a way of");
        Compose(locks, way, own).Data.Safety.Single(s => s.Id == "aimed").Interventions.Should().Equal("yeast");
        string named = locks.Replace("\"traits\": [\"live-microbes\"]", "\"interventions\": [\"probiotic.mix\"]", StringComparison.Ordinal);
        Compose(named, way, own).Data.Safety.Single(s => s.Id == "aimed").Interventions.Should().Equal("probiotic.mix", "yeast");
        string stands = way.Replace("\"variantOf\": \"probiotic.mix\"", "\"sameSafetyAs\": [\"probiotic.mix\"]", StringComparison.Ordinal);
        RulesFor(Compose(named, stands, own).Data, "yeast").Should().Contain("aimed");
    }

    [Fact]
    public void WhatAnInterventionStoodInForIsForgottenWhereNothingIsLocked()
    {
        const string stands = Head + ", \"interventions\": [ { \"id\": \"kefir\", \"category\": \"food\", \"name\": \"K\", \"sameSafetyAs\": [\"diet.less-milk\", \"probiotic.mix\"] } ] }";
        RulesFor(Compose(stands).Data, "kefir").Should().Equal("no-probiotics", "calcium");
        RulesFor(Compose(stands, Head2 + ", \"interventions\": [ { \"id\": \"kefir\", \"category\": \"food\", \"name\": \"Only kefir\" } ] }").Data, "kefir").Should().Equal("no-probiotics");
    }

    [Fact]
    public void WhatDoesTheSameBesideAnotherThatStaysInheritsNothing()
    {
        var set = Compose(
            Head + ", \"interventions\": [ { \"id\": \"diet.less-milk\", \"category\": \"diet\", \"name\": \"Less of it\", " + Milk + " } ] }",
            Head2 + ", \"interventions\": [ { \"id\": \"diet.milk-less\", \"category\": \"diet\", \"name\": \"N\", " + Milk + " } ] }").Data;
        set.Interventions.Single(i => i.Id == "diet.milk-less").SameSafetyAs.Should().BeEmpty();
        RulesFor(set, "diet.milk-less").Should().BeEmpty();
    }

    [Fact]
    public void WhatDoesWhatAnotherDidBeforeItWasChangedInheritsItsSafety()
    {
        var set = Compose(
            Head + ", \"interventions\": [ { \"id\": \"diet.less-milk\", \"category\": \"diet\", \"name\": \"Less of it\", \"changes\": [ { \"factor\": \"diet.sugar\", \"atMost\": 0.5 } ] } ] }",
            Head2 + ", \"interventions\": [ { \"id\": \"diet.milk-less\", \"category\": \"diet\", \"name\": \"N\", " + Milk + " } ] }").Data;
        set.Interventions.Single(i => i.Id == "diet.milk-less").SameSafetyAs.Should().Equal("diet.less-milk");
        RulesFor(set, "diet.milk-less").Should().Equal("calcium");
    }

    [Fact]
    public void ASetThatBuildsOnNothingMaySayGoneOnlyWhatItsLockedRulesName()
    {
        const string locked = "\"safety\": [ { \"id\": \"s\", \"kind\": \"caution\", \"locked\": true, \"interventions\": [\"gone.one\"], \"message\": \"M.\", \"when\": { \"factor\": \"f\", \"equals\": true } } ], ";
        const string set = "{ \"id\": \"a\", \"version\": \"1.0.0\", \"title\": \"A\", \"conditions\": [ { \"id\": \"c\", \"name\": \"C\" } ], \"factors\": [ { \"id\": \"f\", \"name\": \"F\", \"kind\": \"boolean\" } ], ";
        Codes(set + locked + "\"remove\": { \"interventions\": [\"gone.one\"] } }").Should().BeEmpty();
        Codes(set + locked + "\"remove\": { \"interventions\": [\"gone.two\"] } }").Should().Contain("GS0204");
        Codes(set + locked.Replace("\"locked\": true, ", "", StringComparison.Ordinal) + "\"remove\": { \"interventions\": [\"gone.one\"] } }").Should().Contain("GS0204");

        static IEnumerable<string> Codes(string text) => LintCases.Compose(text).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Code);
    }

    private static ResolvedRuleSet Compose(params string[] overlays) => LintCases.Compose([LintBase.Json, .. overlays]).GetValueOrThrow();

    [Fact]
    public void WhatALockedRuleNamesAndIsGoneIsWrittenDownSoThatTheSetReadsBack()
    {
        string locked = LintBase.With(("\"message\": \"Calcium.\"", "\"message\": \"Calcium.\", \"locked\": true"));
        var resolved = LintCases.Compose(locked, Head + ", \"remove\": { \"interventions\": [\"probiotic.mix\", \"diet.less-milk\"] } }").GetValueOrThrow();
        resolved.Data.Safety.Should().Contain(s => s.Locked && s.Interventions.Contains("diet.less-milk"));
        resolved.Data.Remove.Interventions.Should().Equal("diet.less-milk");

        string written = RuleSetJson.Write(resolved.Data);
        var again = RuleSetComposer.Compose(RuleSetJson.Read(written));
        again.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        again.Value!.Sha256.Should().Be(resolved.Sha256);
        again.Value.Data.Remove.Interventions.Should().Equal("diet.less-milk");

        string back = Head2 + ", \"interventions\": [ { \"id\": \"diet.less-milk\", \"category\": \"diet\", \"name\": \"Back\" } ] }";
        var set = RuleSetComposer.Compose(RuleSetJson.Read(written), RuleSetJson.Read(back)).GetValueOrThrow().Data;
        RulesFor(set, "diet.less-milk").Should().Equal("calcium");
        set.Remove.Interventions.Should().BeEmpty();
    }

    private static IEnumerable<string> RulesFor(RuleSet set, string intervention) =>
        set.Safety.Where(s => s.Kind != SafetyKind.RedFlag && s.AppliesTo(set.Interventions.Single(i => i.Id == intervention))).Select(s => s.Id);
}
