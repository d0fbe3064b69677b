Imports GutSkin.Core
Imports GutSkin.Core.RuleSets
Imports Xunit

''' <summary>What README shows first, and the calls that take lists, in Visual Basic.</summary>
Public Class QuickStartTests
    <Fact>
    Public Sub The_quick_start_runs()
        Dim profile = PersonProfile.Create().
            ConcernedAbout(SkinConditions.AcneVulgaris).
            With(Factors.Diet.Fiber, 12).
            With(Factors.Lab.VitaminD, Quantity.Of(18, "ng/mL")).
            With(Factors.Lifestyle.PerceivedStress, 27).
            With(Factors.Skincare.HarshProducts, True).
            With(Factors.Person.Sex, Factors.Person.Sex.Female).
            Build()
        Dim assessment = ScoringService.Default.Assess(profile)
        Assert.Contains("not a diagnosis", assessment.ToText())
        Dim read = ScoringService.Default.ReadAssessment(assessment.ToJson()).GetValueOrThrow()
        Assert.Equal(assessment.ToText(), read.ToText())
        Dim changed = ScoringService.Default.WhatIf(profile, Sub(p) p.With(Factors.Diet.Fiber, 30))
        Assert.NotEmpty(changed.Conditions)
    End Sub

    <Fact>
    Public Sub Lists_are_given_as_they_are_or_one_by_one()
        Dim two = PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris, SkinConditions.Rosacea).Build()
        Dim given = PersonProfile.Create().ConcernedAbout({SkinConditions.AcneVulgaris, SkinConditions.Rosacea}).Build()
        Assert.Equal(Of String)(two.Concerns, given.Concerns)
        Dim steps = Curve.Of((0.0, 0.0), (2.0, 1.0))
        Assert.Equal(0.5, steps.BurdenAt(1))
        Dim own = RuleSet.Create("own.set", "1.0.0", "Own").Extends(BuiltInRuleSet.Id).Build()
        Dim resolved = RuleSetComposer.Compose(BuiltInRuleSet.Document, RuleSetDocument.From(own)).GetValueOrThrow()
        Assert.Equal("own.set", resolved.Data.Id)
        Dim gate = Gates.All(Gates.AtLeast(Factors.Person.Age, 18), Gates.OneOf(Factors.Person.Sex, Factors.Person.Sex.Female, Factors.Person.Sex.Intersex))
        Assert.Equal("all(person.age >= 18, person.sex in (female, intersex))", gate.ToString())
    End Sub

    <Fact>
    Public Sub An_answer_is_read_from_a_text()
        Dim milk = ScoringService.Default.RuleSet.Find(Factors.Diet.Milk)
        Dim answer = milk.Parse("1,5", "de")
        Assert.True(answer.Success)
        Assert.Equal(FactorValue.Number(1.5), answer.Value)
    End Sub
End Class
