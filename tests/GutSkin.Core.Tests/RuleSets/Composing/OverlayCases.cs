namespace GutSkin.Core.Tests.RuleSets.Composing;

/// <summary>Overlays on <see cref="LintBase"/> by name, one or more, each with the diagnostics expected in it.</summary>
internal static class OverlayCases
{
    private const string Head = "{ \"id\": \"o1\", \"version\": \"1.0.0\", \"title\": \"O\",\n";
    private const string Head2 = "{ \"id\": \"o2\", \"version\": \"1.0.0\", \"title\": \"O\",\n";
    private const string Flag = "\"message\": \"M\", \"when\": { \"factor\": \"person.pregnant\", \"equals\": true }";

    // Locks what has a trait, and what moves milk down.
    private const string Aimed = "\"safety\": [ { \"id\": \"aimed\", \"kind\": \"contraindication\", \"locked\": true, \"traits\": [\"live-microbes\"], \"movements\": [ { \"factor\": \"diet.milk\", \"direction\": \"down\" } ], "
        + Flag + " } ]";

    public static readonly SortedDictionary<string, string[]> All = new(StringComparer.Ordinal)
    {
        ["extends what is there"] = [Head + "\"extends\": [ { \"id\": \"test.base\", \"version\": \">=1.0.0 <2.0.0\" } ] }"],
        ["extends itself"] = [Head + "\"extends\": [ { \"id\": «GS0401»\"o1\" } ] }"],
        ["extends in a circle"] = [
            Head2 + "\"extends\": [ { \"id\": «GS0401»\"o1\" } ] }",
            Head + "\"extends\": [ { \"id\": \"o2\" } ] }",
        ],
        ["extends what is missing"] = [Head + "\"extends\": [ { \"id\": «GS0402»\"test.bass\" } ], \"remove\": { \"rules\": [\"not-known-here\"] } }"],
        ["extends what has no id"] = [Head + "\"extends\": [ «GS0102»{ \"version\": \"^1.0.0\" } ], \"remove\": { \"rules\": [\"not-known-here\"] } }"],
        ["extends what is no id"] = [Head + "\"extends\": [ { \"id\": «GS0103»7 } ], \"remove\": { \"rules\": [\"not-known-here\"] } }"],
        ["extends a version that is not there"] = [Head + "\"extends\": [ { \"id\": \"test.base\", \"version\": «GS0403»\"^2.0.0\" } ] }"],
        ["extends a range that is none"] = [Head + "\"extends\": [ { \"id\": \"test.base\", \"version\": «GS0109»\"2 or so\" } ] }"],
        ["given twice"] = ["{ \"id\": «GS0201»\"test.base\", \"version\": \"1.0.0\", \"title\": \"O\" }"],
        ["removes what is not there"] = [Head + "\"remove\": { \"rules\": [\"acne.milk\", «GS0204»\"acne.mylk\"] } }"],

        ["replaces a locked rule"] = [Head + "\"safety\": [ { \"id\": «GS0411»\"no-probiotics\", \"kind\": \"caution\", \"interventions\": [\"probiotic.*\"], " + Flag + " } ] }"],
        ["removes a locked rule"] = [Head + "\"remove\": { \"safety\": [«GS0412»\"fever\"] } }"],
        ["changes a locked factor"] = [
            Head + "\"factors\": [ { \"id\": «GS0413»\"person.pregnant\", \"name\": «GS0413»\"P\", \"kind\": «GS0413»\"integer\", \"unit\": «GS0413»\"d\", \"min\": «GS0413»0, \"max\": «GS0413»9,\n"
            + "\"conversions\": «GS0413»[ { \"from\": \"w\", \"multiply\": 7 } ], \"acquisition\": «GS0413»\"measure\", \"reference\": «GS0413»{ \"low\": 1 }, \"modifiable\": «GS0413»true,\n"
            + "\"measurementError\": «GS0413»{ \"sd\": 1 }, \"question\": «GS0413»\"Q?\", \"hint\": «GS0413»\"H\", \"askWhen\": «GS0413»{ \"factor\": \"person.age\", \"atLeast\": 12 } },\n"
            + "{ \"id\": \"symptom.fever\", \"name\": \"Fever\", \"kind\": \"boolean\", \"group\": \"g\", \"core\": true, \"coreOrder\": 5, \"codes\": { \"loinc\": \"1-2\" }, \"evidence\": [\"study-a\"] } ] }",
        ],
        ["names anew a locked factor that has a question"] = [
            Head + "\"safety\": [ { \"id\": \"glasses\", \"kind\": \"caution\", \"interventions\": [\"diet.less-milk\"], \"message\": \"M\", \"locked\": true, \"when\": «GS1025»{ \"factor\": \"intake.glasses\", \"atMost\": 1 } } ] }",
            Head2 + "\"factors\": [ { \"id\": \"intake.glasses\", \"name\": \"Glasses a day\", \"kind\": \"integer\", \"min\": 0, \"max\": 20, \"question\": \"How many glasses a day?\", \"askWhen\": { \"factor\": \"person.age\", \"atLeast\": 2 } },\n"
            + "{ \"id\": \"person.age\", \"name\": \"Age\", \"kind\": \"integer\", \"min\": 0, \"max\": «GS0413»200 } ] }",
        ],
        ["changes scores and labels of a locked choice"] = [
            Head + "\"safety\": [ { \"id\": \"soap\", \"kind\": \"caution\", \"interventions\": [\"diet.less-milk\"], \"message\": \"M\", \"locked\": true, \"when\": { \"factor\": \"skincare.cleanser\", \"equals\": \"soap\" } } ] }",
            Head2 + "\"factors\": [ { \"id\": \"skincare.cleanser\", \"name\": \"Cleanser\", \"kind\": \"choice\", \"choices\": «GS0413»[\"foaming\", \"syndet\", \"soap\"], \"reference\": { \"value\": \"syndet\" }, \"modifiable\": true,\n"
            + "\"scores\": «GS0413»{ \"soap\": 1 }, \"labels\": «GS0413»{ \"soap\": \"no soap\" } } ] }",
        ],
        ["changes the gate and title of a screen"] = [
            Head + "\"screens\": [ { \"id\": \"red-flags\", \"title\": «GS0417»\"Is all well?\", \"factors\": [\"symptom.fever\", \"symptom.rash\"], \"when\": «GS0417»{ \"any\": [] } } ] }",
        ],
        ["takes a locked factor out of its screen"] = [
            Head + "\"screens\": [ { \"id\": \"red-flags\", \"title\": \"Any of these?\", \"factors\": «GS0417»[\"symptom.rash\"] } ] }",
        ],
        ["takes a locked factor out of a screen that never was put in"] = [
            Head + "\"screens\": [ { \"id\": \"new\", \"title\": \"N\", \"factors\": [\"symptom.itch\", «GS0414»\"person.pregnant\"] } ] }",
            Head2 + "\"screens\": [ { \"id\": \"new\", \"title\": \"N\", \"factors\": [\"symptom.itch\"] } ] }",
        ],
        ["takes only what no locked rule reads out of a screen"] = [
            Head + "\"screens\": [ { \"id\": \"red-flags\", \"title\": \"Any of these?\", \"factors\": [\"symptom.fever\"] } ],\n\"remove\": { \"factors\": [\"symptom.rash\"] } }",
        ],
        ["removes a screen that asks for a locked factor"] = [
            Head + "\"remove\": { \"screens\": [«GS0417»\"red-flags\"] } }",
        ],
        ["removes one of two screens that ask for a locked factor"] = [
            Head + "\"factors\": [ { \"id\": \"sign.new\", \"name\": \"N\", \"kind\": \"boolean\" } ],\n\"safety\": [ { \"id\": \"new\", \"kind\": \"red-flag\", \"urgency\": \"soon\", \"locked\": true, \"message\": \"M\", \"when\": { \"factor\": \"sign.new\", \"equals\": true } } ],\n"
            + "\"screens\": [ { \"id\": \"a\", \"title\": \"A\", \"factors\": [\"sign.new\"] }, { \"id\": \"b\", \"title\": \"B\", \"factors\": [\"sign.new\"], \"when\": { \"factor\": \"person.age\", \"above\": 50 } } ] }",
            Head2 + "\"remove\": { \"screens\": [«GS0417»\"a\"] } }",
        ],
        ["changes a factor that decides whether a locked one is asked"] = [
            Head + "\"factors\": [ { \"id\": \"sign.new\", \"name\": \"N\", \"kind\": \"boolean\" } ],\n\"safety\": [ { \"id\": \"new\", \"kind\": \"red-flag\", \"urgency\": \"soon\", \"locked\": true, \"message\": \"M\", \"when\": «GS1025»{ \"factor\": \"sign.new\", \"equals\": true } } ],\n"
            + "\"screens\": [ { \"id\": \"b\", \"title\": \"B\", \"factors\": [\"sign.new\"], \"when\": { \"factor\": \"diet.sugar\", \"above\": 50 } } ] }",
            Head2 + "\"factors\": [ { \"id\": \"diet.sugar\", \"name\": \"Sugar\", \"kind\": \"number\", \"max\": «GS0413»40 } ], \"remove\": { \"factors\": [«GS0413»\"diet.sugar\"] } }",
        ],
        ["derives a locked factor"] = [
            Head + "\"safety\": [ { \"id\": \"milk\", \"kind\": \"caution\", \"interventions\": [\"diet.less-milk\"], \"message\": \"M\", \"locked\": true, \"when\": { \"factor\": \"diet.milk\", \"atLeast\": 1 } } ] }",
            Head2 + "\"remove\": { \"derivations\": [«GS0418»\"glasses\"] },\n"
            + "\"derivations\": [ { \"id\": \"a\", \"factor\": «GS0418»\"diet.milk\", \"items\": [\"diet.sugar\"], \"error\": { \"sd\": 1 }, \"cases\": [ { \"linear\": { \"terms\": { \"diet.sugar\": 1 } } } ] },\n"
            + "{ \"id\": «GS0418»\"glasses\", \"factor\": \"diet.sugar\", \"items\": [\"intake.glasses\"], \"error\": { \"sd\": 1 }, \"cases\": [ { \"linear\": { \"terms\": { \"intake.glasses\": 1 } } } ] },\n"
            + "{ \"id\": \"b\", \"factor\": «GS0418»\"intake.glasses\", \"items\": [\"diet.sugar\"], \"error\": { \"sd\": 1 }, \"cases\": [ { \"linear\": { \"terms\": { \"diet.sugar\": 1 } } } ] } ],\n"
            + "\"factors\": [ { \"id\": \"intake.glasses\", \"name\": \"Glasses\", \"kind\": \"integer\", \"min\": 0, \"max\": «GS0413»10, \"question\": \"How many glasses a day?\", \"core\": true, \"coreOrder\": 1, \"askWhen\": { \"factor\": \"person.age\", \"atLeast\": 2 } } ] }",
        ],
        ["replaces locked words"] = [
            Head + "\"texts\": { \"EN-us\": { \"safety\": { \"fever\": { \"message\": «GS0419»\"Nothing.\" }, \"calcium\": { \"message\": \"Not locked.\" } },\n"
            + "\"factors\": { \"symptom.fever\": { \"name\": «GS0419»\"No fever\", \"question\": «GS0419»\"Are you well?\" }, \"diet.sugar\": { \"name\": \"Sugars\" } },\n"
            + "\"screens\": { \"red-flags\": { \"title\": «GS0419»\"Is all well?\" } }, \"interventions\": { \"referral.doctor\": { \"name\": «GS0419»\"Nobody\", \"summary\": «GS0419»\"S\" } } } } }",
        ],
        ["adds a language to locked words"] = [
            Head + "\"texts\": { \"de\": { \"safety\": { \"fever\": { \"message\": \"Heute in die Praxis.\" } }, \"factors\": { \"symptom.fever\": { \"name\": \"Fieber\", \"hint\": «GS0419»\"Keines?\" } } }, \"en\": { \"safety\": { \"fever\": { \"message\": \"See a doctor today.\" } } } } }",
            Head2 + "\"texts\": { \"de-AT\": { \"safety\": { \"fever\": { \"message\": «GS0419»\"Alles gut.\" } } }, \"DE\": { \"factors\": { \"symptom.fever\": { \"name\": «GS0419»\"\" } } }, \"fr\": { \"safety\": { \"fever\": { \"message\": \"Un médecin.\" } } } } }",
        ],
        ["takes a targeted trait and movement away"] = [
            Head + Aimed + ", \"interventions\": [ { \"id\": \"diet.more-milk\", \"category\": \"diet\", \"name\": \"M\", \"changes\": [ { \"factor\": \"diet.milk\", \"atLeast\": 1 } ] } ] }",
            Head2 + "\"interventions\": [ { \"id\": \"probiotic.mix\", \"category\": \"probiotic\", \"name\": \"Mix\", \"traits\": «GS0420»[\"other\"] },\n"
            + "{ \"id\": «GS0420»\"diet.less-milk\", \"category\": \"diet\", \"name\": \"Less milk\" } ], \"traits\": [ { \"id\": \"other\", \"title\": \"O\" } ] }",
        ],
        ["takes a movement away through a derivation"] = [
            Head + Aimed + ",\n\"interventions\": [ { \"id\": \"diet.fewer-glasses\", \"category\": \"diet\", \"name\": \"F\", \"changes\": [ { \"factor\": \"intake.glasses\", \"atMost\": 1 } ] } ] }",
            Head2 + "\"remove\": { \"forms\": [\"food\"], \"derivations\": [«GS0420»\"glasses\"] } }",
        ],
        ["takes a trait away where only traits are locked"] = [
            Head + "\"safety\": [ { \"id\": \"aimed\", \"kind\": \"caution\", \"locked\": true, \"traits\": [\"live-microbes\"], " + Flag + " } ] }",
            Head2 + "\"interventions\": [ { \"id\": «GS0420»\"probiotic.mix\", \"category\": \"probiotic\", \"name\": \"Mix\", \"evidence\": [\"study-b\"] } ] }",
        ],
        ["takes a movement away where only movements are locked"] = [
            Head + "\"safety\": [ { \"id\": \"aimed\", \"kind\": \"caution\", \"locked\": true, \"movements\": [ { \"factor\": \"diet.milk\", \"direction\": \"down\" } ], " + Flag + " } ] }",
            Head2 + "\"interventions\": [ { \"id\": \"diet.less-milk\", \"category\": \"diet\", \"name\": \"Less milk\", \"changes\": «GS0420»[ { \"factor\": \"diet.sugar\", \"atMost\": 1 } ] },\n{ \"id\": \"diet.more-milk\", \"category\": \"diet\", \"name\": \"M\", \"changes\": [ { \"factor\": \"diet.milk\", \"atLeast\": 1 } ] } ] }",
        ],
        ["turns a derivation round"] = [
            Head + Aimed + ",\n\"factors\": [ { \"id\": \"intake.glasses\", \"name\": \"Glasses\", \"kind\": \"integer\", \"min\": 0, \"max\": 20, \"question\": \"How many glasses a day?\", \"core\": true, \"coreOrder\": 1, \"askWhen\": { \"factor\": \"person.age\", \"atLeast\": 2 }, \"modifiable\": true, \"reference\": { \"high\": 2 } } ],\n\"interventions\": [ { \"id\": \"diet.fewer-glasses\", \"category\": \"diet\", \"name\": \"F\", \"changes\": [ { \"factor\": \"intake.glasses\", \"atMost\": 1 } ] } ] }",
            Head2 + "\"derivations\": [ { \"id\": «GS0420»«GS0420»\"glasses\", \"factor\": \"diet.milk\", \"form\": \"food\", \"items\": [\"intake.glasses\"], \"error\": { \"cv\": 0.2 }, \"cases\": [ { \"linear\": { \"terms\": { \"intake.glasses\": -0.25 } } } ] } ] }",
        ],
        ["takes a lever away that nobody has any more"] = [
            Head + Aimed + ",\n\"factors\": [ { \"id\": \"intake.glasses\", \"name\": \"Glasses\", \"kind\": \"integer\", \"min\": 0, \"max\": 20, \"question\": \"How many glasses a day?\", \"core\": true, \"coreOrder\": 1, \"askWhen\": { \"factor\": \"person.age\", \"atLeast\": 2 }, \"modifiable\": true, \"reference\": { \"high\": 2 } } ] }",
            Head2 + "\"factors\": [ { \"id\": \"intake.glasses\", \"name\": \"Glasses\", \"kind\": \"integer\", \"min\": 0, \"max\": 20, \"question\": \"How many glasses a day?\", \"core\": true, \"coreOrder\": 1, \"askWhen\": { \"factor\": \"person.age\", \"atLeast\": 2 } } ] }",
        ],
        ["takes away what a choice moves"] = [
            Head + "\"safety\": [ { \"id\": \"aimed\", \"kind\": \"caution\", \"locked\": true, \"movements\": [ { \"factor\": \"diet.sugar\", \"direction\": \"down\" } ], " + Flag + " } ],\n"
            + "\"derivations\": [ { \"id\": \"soap\", \"factor\": \"diet.sugar\", \"items\": [\"skincare.cleanser\"], \"error\": { \"sd\": 1 }, \"cases\": [ { \"linear\": { \"terms\": { \"skincare.cleanser\": { \"levels\": { \"soap\": 1 } } } } } ] } ] }",
            Head2 + "\"remove\": { \"derivations\": [«GS0420»«GS0420»\"soap\"] } }",
        ],
        ["turns a locked derivation round"] = [
            Head + Aimed[..^2] + ", { \"id\": \"milk\", \"kind\": \"caution\", \"interventions\": [\"diet.less-milk\"], \"message\": \"M\", \"locked\": true, \"when\": { \"factor\": \"diet.milk\", \"atLeast\": 1 } } ],\n\"factors\": [ { \"id\": \"intake.glasses\", \"name\": \"Glasses\", \"kind\": \"integer\", \"min\": 0, \"max\": 20, \"question\": \"How many glasses a day?\", \"core\": true, \"coreOrder\": 1, \"askWhen\": { \"factor\": \"person.age\", \"atLeast\": 2 }, \"modifiable\": true, \"reference\": { \"high\": 2 } } ],\n\"interventions\": [ { \"id\": \"diet.fewer-glasses\", \"category\": \"diet\", \"name\": \"F\", \"changes\": [ { \"factor\": \"intake.glasses\", \"atMost\": 1 } ] } ] }",
            Head2 + "\"derivations\": [ { \"id\": «GS0418»\"glasses\", \"factor\": \"diet.milk\", \"form\": \"food\", \"items\": [\"intake.glasses\"], \"error\": { \"cv\": 0.2 }, \"cases\": [ { \"linear\": { \"terms\": { \"intake.glasses\": -0.25 } } } ] } ] }",
        ],
        ["makes a referral of what its own rule locks"] = [
            Head + "\"safety\": [ { \"id\": \"own\", \"kind\": \"contraindication\", \"locked\": true, \"interventions\": [\"diet.sugar-free\"], " + Flag + " } ],\n"
            + "\"interventions\": [ { \"id\": \"diet.sugar-free\", \"category\": \"diet\", \"name\": \"S\", \"evidence\": [\"study-a\"] }, { \"id\": \"referral.sugar\", \"category\": \"referral\", \"name\": \"R\", \"sameSafetyAs\": [\"diet.sugar-free\"] } ] }",
        ],
        ["locks what stood beside a referral before"] = [
            Head + "\"interventions\": [ { \"id\": \"diet.sugar-free\", \"category\": \"diet\", \"name\": \"S\", \"evidence\": [\"study-a\"] }, { \"id\": \"referral.sugar\", \"category\": \"referral\", \"name\": \"R\", \"sameSafetyAs\": [\"diet.sugar-free\"] } ] }",
            Head2 + "\"safety\": [ { \"id\": \"own\", \"kind\": \"contraindication\", \"locked\": true, \"interventions\": [\"diet.sugar-free\"], " + Flag + " } ] }",
        ],
        ["lifts the limit of one of two changes"] = [
            Head + "\"interventions\": [ { \"id\": \"diet.less-milk\", \"category\": \"diet\", \"name\": \"L\", \"changes\": [ { \"factor\": \"diet.milk\", \"atMost\": 0.5, \"limit\": 1, \"when\": { \"factor\": \"person.age\", \"below\": 18 } }, { \"factor\": \"diet.milk\", \"atMost\": 0.5, \"limit\": 3 } ] } ] }",
            Head2 + "\"interventions\": [ { \"id\": \"diet.less-milk\", \"category\": \"diet\", \"name\": \"L\", \"changes\": [ { \"factor\": \"diet.milk\", \"atMost\": 0.5, \"limit\": «GS1027»2, \"when\": { \"factor\": \"person.age\", \"below\": 18 } }, { \"factor\": \"diet.milk\", \"atMost\": 0.5, \"limit\": 3 } ] } ] }",
        ],
        ["makes a referral of what a trait or a movement reaches"] = [
            Head + Aimed + " }",
            Head2 + "\"interventions\": [ { \"id\": \"referral.new\", \"category\": «GS0416»\"referral\", \"name\": \"N\", \"traits\": [\"live-microbes\"] },\n"
            + "{ \"id\": \"diet.less-milk\", \"category\": «GS0416»\"referral\", \"name\": \"L\" }, { \"id\": \"referral.way\", \"category\": «GS0416»\"referral\", \"name\": \"W\", \"variantOf\": \"probiotic.mix\" } ] }",
        ],
        ["makes a referral a way of what a trait or a movement reaches"] = [
            Head + Aimed + " }",
            Head2 + "\"interventions\": [ { \"id\": \"referral.less\", \"category\": «GS0416»\"referral\", \"name\": \"L\", \"variantOf\": \"diet.less-milk\" },\n"
            + "{ \"id\": \"referral.as\", \"category\": «GS0416»\"referral\", \"name\": \"A\", \"sameSafetyAs\": [\"diet.less-milk\"] }, { \"id\": \"referral.fine\", \"category\": \"referral\", \"name\": \"F\", \"variantOf\": \"referral.doctor\" } ] }",
        ],
        ["keeps a limit in percent"] = [
            Head + "\"interventions\": [ { \"id\": \"diet.less-milk\", \"category\": \"diet\", \"name\": \"L\", \"changes\": [ { \"factor\": \"diet.milk\", \"atMost\": 0.5, \"limitPercent\": 7 } ] } ] }",
            Head2 + "\"interventions\": [ { \"id\": \"diet.less-milk\", \"category\": \"diet\", \"name\": \"M\", \"changes\": [ { \"factor\": \"diet.milk\", \"atMost\": 0.5, \"limitPercent\": 7 } ] } ] }",
        ],
        ["lifts a limit in percent"] = [
            Head + "\"interventions\": [ { \"id\": \"diet.less-milk\", \"category\": \"diet\", \"name\": \"L\", \"changes\": [ { \"factor\": \"diet.milk\", \"atMost\": 0.5, \"limitPercent\": 7 } ] } ] }",
            Head2 + "\"interventions\": [ { \"id\": \"diet.less-milk\", \"category\": \"diet\", \"name\": \"L\", \"changes\": [ { \"factor\": \"diet.milk\", \"atMost\": 0.5, \"limitPercent\": «GS1027»8 } ] } ] }",
        ],
        ["lifts a limit"] = [
            Head + "\"interventions\": [ { \"id\": \"diet.less-milk\", \"category\": \"diet\", \"name\": \"L\", \"changes\": [ { \"factor\": \"diet.milk\", \"atMost\": 0.5, \"limit\": 1 } ] },\n{ \"id\": \"diet.sugar-free\", \"category\": \"diet\", \"name\": \"S\", \"changes\": [ { \"factor\": \"diet.sugar\", \"atMost\": 0.5, \"limitPercent\": 7 } ] } ] }",
            Head2 + "\"interventions\": [ { \"id\": \"diet.less-milk\", \"category\": \"diet\", \"name\": \"L\", \"changes\": [ { \"factor\": \"diet.milk\", \"atMost\": 0.5, \"limit\": «GS1027»2 } ] },\n{ \"id\": \"diet.sugar-free\", \"category\": \"diet\", \"name\": \"S\", \"changes\": [ «GS1027»{ \"factor\": \"diet.sugar\", \"atMost\": 0.5 } ] } ] }",
        ],
        ["recommends what is contraindicated"] = [
            Head + "\"interventions\": [ { \"id\": \"probiotic.mix\", \"category\": \"probiotic\", \"name\": \"Mix\", \"traits\": [\"live-microbes\"], \"evidence\": [\"study-b\"],\n"
            + "\"indications\": [ { \"direction\": «GS1028»\"for\", \"strength\": \"strong\", \"text\": \"T\", \"evidence\": [\"study-a\"] }, { \"direction\": \"against\", \"strength\": \"strong\", \"text\": \"T\", \"evidence\": [\"study-a\"] } ] } ] }",
        ],
        ["removes what has no name"] = [Head + "\"remove\": { \"rules\": [«GS0204»\"\"] } }"],
        ["removes what is no text"] = [Head + "\"remove\": { \"rules\": [«GS0103»7] } }"],
        ["does again what has no trait"] = [
            Head + "\"interventions\": [ { \"id\": \"diet.no-sugar\", \"category\": \"diet\", \"name\": \"N\", \"changes\": [ { \"factor\": \"diet.sugar\", \"atMost\": 0.5 } ] } ] }",
            Head2 + "\"interventions\": [ { \"id\": \"diet.sugar-free\", \"category\": \"diet\", \"name\": \"S\", \"changes\": [ { \"factor\": \"diet.sugar\", \"atMost\": 0.5 } ] } ] }",
        ],
        ["does again what has a trait"] = [
            Head + "\"interventions\": [ { \"id\": \"diet.less-milk\", \"category\": \"diet\", \"name\": \"L\", \"traits\": [\"live-microbes\"], \"changes\": [ { \"factor\": \"diet.milk\", \"atMost\": 0.5 } ] } ] }",
            Head2 + "\"interventions\": [ { \"id\": «GS1018»\"plan.dry\", \"category\": \"plan\", \"name\": \"D\", \"changes\": [ { \"factor\": \"diet.milk\", \"atMost\": 0.1 }, { \"factor\": \"diet.sugar\", \"atMost\": 1 } ] } ] }",
        ],
        ["translates the rule set it builds on"] = [
            Head + "\"texts\": { \"de\": { \"ruleSet\": { \"test.base\": { \"disclaimer\": \"Dies ist keine Diagnose!\" }, «GS0202»\"o2\": { \"title\": \"T\" } } } } }",
            Head2 + "\"disclaimer\": «GS0321»\"\" }",
        ],
        ["removes a locked factor"] = [Head + "\"remove\": { \"factors\": [«GS0413»\"person.pregnant\"] } }"],
        ["screens a locked factor"] = [
            Head + "\"screens\": [ { \"id\": \"new\", \"title\": \"N\", \"factors\": [\"symptom.rash\", «GS0414»\"person.pregnant\"] },\n"
            + "{ \"id\": \"red-flags\", \"title\": \"Any of these?\", \"factors\": [\"symptom.fever\", «GS0414»\"person.pregnant\", \"symptom.rash\"] } ] }",
        ],
        ["removes a locked referral"] = [Head + "\"remove\": { \"interventions\": [«GS0415»\"referral.doctor\"] } }"],
        ["replaces a locked referral"] = [Head + "\"interventions\": [ { \"id\": «GS0415»\"referral.doctor\", \"category\": \"referral\", \"name\": \"D\" } ] }"],
        ["replaces a locked referral by one that stands in for what is locked"] = [
            Head + "\"interventions\": [ { \"id\": «GS0415»\"referral.doctor\", \"category\": \"referral\", \"name\": \"D\", \"sameSafetyAs\": [\"probiotic.mix\"] } ] }",
        ],
        ["moves a locked target"] = [Head + "\"interventions\": [ { \"id\": \"probiotic.mix\", \"category\": «GS0416»\"referral\", \"name\": \"M\" } ] }"],
        ["adds a referral under a locked prefix"] = [Head + "\"interventions\": [ { \"id\": \"probiotic.other\", \"category\": «GS0416»\"referral\", \"name\": \"M\" } ] }"],
        ["brings a removed target back as a referral"] = [
            Head + "\"remove\": { \"interventions\": [«GS1013»\"probiotic.mix\"] } }",
            Head2 + "\"interventions\": [ { \"id\": \"probiotic.mix\", \"category\": «GS0416»\"referral\", \"name\": \"M\" } ] }",
        ],
        ["lets a referral stand in for a locked target"] = [
            Head + "\"remove\": { \"interventions\": [«GS1013»\"probiotic.mix\"] },\n"
            + "\"interventions\": [ { \"id\": \"referral.mix\", \"category\": «GS0416»\"referral\", \"name\": \"M\", \"sameSafetyAs\": [\"probiotic.mix\"] } ] }",
        ],
        ["locked by an overlay, touched by the next"] = [
            Head + "\"safety\": [ { \"id\": \"calcium\", \"kind\": \"contraindication\", \"interventions\": [\"diet.less-milk\"], \"message\": \"M\", \"when\": { \"factor\": \"diet.milk\", \"atMost\": 1 }, \"locked\": true } ] }",
            Head2 + "\"remove\": { \"safety\": [«GS0412»\"calcium\"] }, \"factors\": [ { \"id\": «GS0413»«GS0413»«GS0413»«GS0413»«GS0413»«GS0413»\"diet.milk\", \"name\": «GS0413»\"M\", \"kind\": \"number\", \"unit\": \"L\", \"max\": «GS0413»50 } ] }",
        ],
        ["several breaches at once"] = [
            Head + "\"remove\": { \"factors\": [«GS0413»\"symptom.fever\"], \"interventions\": [«GS0415»\"referral.doctor\"], \"safety\": [«GS0412»\"no-probiotics\"] },\n"
            + "\"safety\": [ { \"id\": «GS0411»\"no-probiotics\", \"kind\": \"caution\", \"interventions\": [\"diet.less-milk\"], " + Flag + " } ],\n"
            + "\"screens\": [ { \"id\": \"s\", \"title\": \"S\", \"factors\": [«GS0414»\"symptom.fever\"] } ],\n"
            + "\"interventions\": [ { \"id\": \"probiotic.mix\", \"category\": «GS0416»\"referral\", \"name\": \"M\" } ] }",
        ],

        ["removal takes mentions along"] = [Head + "\"remove\": { \"mechanisms\": [«GS1013»\"insulin\"], \"evidence\": [«GS1013»\"study-b\"] } }"],
        ["removal leaves a rule without its factor"] = [Head + "\"remove\": { \"factors\": [«GS0202»\"diet.sugar\"] } }"],
        ["removal with all that needs it"] = [Head + "\"remove\": { \"factors\": [\"diet.sugar\"], \"rules\": [\"acne.sugar\"] } }"],
        ["a mention behind a removal"] = [
            Head + "\"remove\": { \"evidence\": [«GS1013»\"study-b\"] } }",
            Head2 + "\"mechanisms\": [ { \"id\": \"other\", \"name\": \"O\", \"evidence\": [«GS0202»\"study-b\"] } ] }",
        ],
        ["rule and factor replaced together"] = [
            Head + "\"factors\": [ { \"id\": \"diet.sugar\", \"name\": \"S\", \"kind\": \"boolean\" } ],\n"
            + "\"rules\": [ { \"id\": \"acne.sugar\", \"condition\": \"acne\", \"title\": \"S\", \"factor\": \"diet.sugar\", \"effect\": { \"smd\": 0.1 }, \"certainty\": \"low\", \"evidence\": [\"study-a\"] } ] }",
        ],
        ["faults in what a later overlay replaces"] = [
            Head + "\"rules\": [ { \"id\": \"acne.sugar\", \"condition\": \"acne\", \"title\": \"S\", \"factor\": \"diet.sugar\", \"curve\": [[0, «GS0302»2]], \"effect\": { \"smd\": 0.1 }, \"certainty\": \"low\", \"evidence\": [\"study-a\"] } ] }",
            Head2 + "\"rules\": [ { \"id\": \"acne.sugar\", \"condition\": \"acne\", \"title\": \"S\", \"factor\": \"diet.sugar\", \"curve\": [[0, 1]], \"effect\": { \"smd\": 0.1 }, \"certainty\": \"low\", \"evidence\": [«GS0202»\"study-z\"] } ] }",
        ],
        ["extends what is told twice"] = [Head + "\"extends\": [ { \"id\": «GS0402»\"not.here\", «GS0105»\"id\": \"not.here\" } ], \"remove\": { \"rules\": [\"not-known-here\"] } }"],
        ["extends what nothing is like"] = [Head + "\"extends\": [ { \"id\": «GS0402»\"zzzzzzzz\" } ] }"],
        ["extends in a circle behind another"] = [
            "{ \"id\": \"o0\", \"version\": \"1.0.0\", \"title\": \"O\",\n\"extends\": [ { \"id\": \"o1\" } ] }",
            Head + "\"extends\": [ { \"id\": \"o2\" } ] }",
            Head2 + "\"extends\": [ { \"id\": \"o3\" } ] }",
            "{ \"id\": \"o3\", \"version\": \"1.0.0\", \"title\": \"O\",\n\"extends\": [ { \"id\": «GS0401»\"o1\" } ] }",
        ],
        ["replaces locked words that had words in English"] = [
            Head + "\"texts\": { \"en\": { \"factors\": { \"free.new\": { \"name\": \"Brand new\" } } } },\n\"factors\": [ { \"id\": \"free.new\", \"name\": \"New\", \"kind\": \"boolean\" } ],\n"
            + "\"safety\": [ { \"id\": \"new\", \"kind\": \"caution\", \"interventions\": [\"diet.less-milk\"], \"locked\": true, \"message\": \"M\", \"when\": { \"factor\": \"free.new\", \"equals\": true } } ] }",
            Head2 + "\"texts\": { \"en\": { \"factors\": { \"free.new\": { \"name\": \"Brand new\" } } } } }",
            "{ \"id\": \"o3\", \"version\": \"1.0.0\", \"title\": \"O\",\n\"texts\": { \"en\": { \"factors\": { \"free.new\": { \"name\": «GS0419»\"New\" } } } } }",
        ],
        ["takes a rise away where only rises are locked"] = [
            Head + "\"safety\": [ { \"id\": \"aimed\", \"kind\": \"caution\", \"locked\": true, \"movements\": [ { \"factor\": \"diet.milk\", \"direction\": \"up\" } ], " + Flag + " } ],\n"
            + "\"interventions\": [ { \"id\": \"diet.more-milk\", \"category\": \"diet\", \"name\": \"M\", \"changes\": [ { \"factor\": \"diet.milk\", \"atLeast\": 1 } ] } ] }",
            Head2 + "\"interventions\": [ { \"id\": \"diet.less-milk\", \"category\": \"diet\", \"name\": \"Less milk\", \"changes\": [ { \"factor\": \"diet.sugar\", \"atMost\": 1 } ] },\n{ \"id\": \"diet.more-milk\", \"category\": \"diet\", \"name\": \"M\", \"changes\": «GS0420»[ { \"factor\": \"diet.milk\", \"atMost\": 1 } ] } ] }",
        ],
        ["takes the second of two derivations away"] = [
            Head + Aimed + ",\n\"derivations\": [ { \"id\": \"sweet\", \"factor\": \"diet.sugar\", \"items\": [\"person.age\"], \"error\": { \"sd\": 1 }, \"cases\": [ { \"linear\": { \"terms\": { \"person.age\": 1 } } } ] } ],\n"
            + "\"interventions\": [ { \"id\": \"diet.fewer-glasses\", \"category\": \"diet\", \"name\": \"F\", \"changes\": [ { \"factor\": \"intake.glasses\", \"atMost\": 1 } ] } ] }",
            Head2 + "\"remove\": { \"forms\": [\"food\"], \"derivations\": [\"sweet\", «GS0420»\"glasses\"] } }",
        ],
        ["does again what has two traits"] = [
            Head + "\"traits\": [ { \"id\": \"dairy\", \"title\": \"D\" } ], \"interventions\": [ { \"id\": \"diet.less-milk\", \"category\": \"diet\", \"name\": \"L\", \"traits\": [\"live-microbes\", \"dairy\"], \"changes\": [ { \"factor\": \"diet.milk\", \"atMost\": 0.5 } ] },\n"
            + "{ \"id\": \"diet.milkless\", \"category\": \"diet\", \"name\": \"M\", \"traits\": [\"live-microbes\"], \"changes\": [ { \"factor\": \"diet.milk\", \"atMost\": 0.2 } ] } ] }",
            Head2 + "\"interventions\": [ { \"id\": «GS1018»\"plan.dry\", \"category\": \"plan\", \"name\": \"D\", \"changes\": [ { \"factor\": \"diet.milk\", \"atMost\": 0.1 } ] } ] }",
        ],
        ["adds a referral where a locked prefix means referrals"] = [
            Head + "\"safety\": [ { \"id\": \"later\", \"kind\": \"caution\", \"locked\": true, \"interventions\": [\"referral.*\", \"diet.less-milk\"], " + Flag + " } ] }",
            Head2 + "\"interventions\": [ { \"id\": \"referral.nurse\", \"category\": \"referral\", \"name\": \"N\" } ] }",
        ],
        ["takes the gate of a locked screen away"] = [
            Head + "\"factors\": [ { \"id\": \"sign.new\", \"name\": \"N\", \"kind\": \"boolean\" } ],\n\"screens\": [ { \"id\": \"new\", \"title\": \"N\", \"factors\": [\"sign.new\"], \"when\": { \"factor\": \"person.age\", \"atLeast\": 12 } } ],\n"
            + "\"safety\": [ { \"id\": \"new\", \"kind\": \"caution\", \"interventions\": [\"diet.less-milk\"], \"locked\": true, \"message\": \"M\", \"when\": «GS1025»{ \"factor\": \"sign.new\", \"equals\": true } } ] }",
            Head2 + "\"screens\": [ { \"id\": «GS0417»\"new\", \"title\": \"N\", \"factors\": [\"sign.new\"] } ] }",
        ],
        ["makes a factor that a movement counts for one that nobody changes"] = [
            Head + "\"factors\": [ { \"id\": \"mid.way\", \"name\": \"Mid\", \"kind\": \"number\", \"modifiable\": true, \"reference\": { \"high\": 1 } } ],\n"
            + "\"derivations\": [ { \"id\": \"way\", \"factor\": \"diet.sugar\", \"items\": [\"mid.way\"], \"error\": { \"sd\": 1 }, \"cases\": [ { \"linear\": { \"terms\": { \"mid.way\": 1 } } } ] } ],\n"
            + "\"interventions\": [ { \"id\": \"diet.no-sugar\", \"category\": \"diet\", \"name\": \"N\", \"changes\": [ { \"factor\": \"diet.sugar\", \"atMost\": 0.5 } ] }, { \"id\": \"diet.no-mid\", \"category\": \"diet\", \"name\": \"M\", \"changes\": [ { \"factor\": \"mid.way\", \"atMost\": 0.5 } ] } ],\n"
            + "\"safety\": [ { \"id\": \"aimed\", \"kind\": \"caution\", \"locked\": true, \"movements\": [ { \"factor\": \"mid.way\", \"direction\": \"down\" } ], " + Flag + " } ] }",
            Head2 + "\"factors\": [ { \"id\": «GS0420»\"mid.way\", \"name\": \"Mid\", \"kind\": \"number\" } ] }",
        ],
        ["takes away a factor that a movement counts for"] = [
            Head + "\"factors\": [ { \"id\": \"mid.way\", \"name\": \"Mid\", \"kind\": \"number\", \"modifiable\": true, \"reference\": { \"high\": 1 } } ],\n"
            + "\"derivations\": [ { \"id\": \"way\", \"factor\": \"diet.sugar\", \"items\": [\"mid.way\"], \"error\": { \"sd\": 1 }, \"cases\": [ { \"linear\": { \"terms\": { \"mid.way\": 1 } } } ] } ],\n"
            + "\"interventions\": [ { \"id\": \"diet.no-sugar\", \"category\": \"diet\", \"name\": \"N\", \"changes\": [ { \"factor\": \"diet.sugar\", \"atMost\": 0.5 } ] }, { \"id\": \"diet.no-mid\", \"category\": \"diet\", \"name\": \"M\", \"changes\": [ { \"factor\": \"mid.way\", \"atMost\": 0.5 } ] } ],\n"
            + "\"safety\": [ { \"id\": \"aimed\", \"kind\": \"caution\", \"locked\": true, \"movements\": [ { \"factor\": \"mid.way\", \"direction\": \"down\" } ], " + Flag + " } ] }",
            Head2 + "\"remove\": { \"factors\": [«GS0420»«GS0202»«GS1013»\"mid.way\"] } }",
        ],
    };

    public static IEnumerable<object[]> Names => All.Keys.Select(name => new object[] { name });
}
