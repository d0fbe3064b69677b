/// What README shows first, and the calls that take lists, in F#.
module GutSkin.FSharp.Tests.QuickStartTests

open System
open GutSkin.Core
open GutSkin.Core.RuleSets
open Xunit

[<Fact>]
let ``The quick start runs`` () =
    let profile =
        PersonProfile.Create()
            .ConcernedAbout(SkinConditions.AcneVulgaris)
            .With(Factors.Diet.Fiber, 12.0)
            .With(Factors.Lab.VitaminD, Quantity.Of(18.0, "ng/mL"))
            .With(Factors.Lifestyle.PerceivedStress, 27)
            .With(Factors.Skincare.HarshProducts, true)
            .With(Factors.Person.Sex, Factors.Person.Sex.Female)
            .Build()
    let assessment = ScoringService.Default.Assess profile
    Assert.Contains("not a diagnosis", assessment.ToText())
    let read = ScoringService.Default.ReadAssessment(assessment.ToJson()).GetValueOrThrow()
    Assert.Equal(assessment.ToText(), read.ToText())
    let changed = ScoringService.Default.WhatIf(profile, fun p -> p.With(Factors.Diet.Fiber, 30.0) |> ignore)
    Assert.NotEmpty changed.Conditions

[<Fact>]
let ``Lists are given as they are, or one by one`` () =
    let two = PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris, SkinConditions.Rosacea).Build()
    let given = PersonProfile.Create().ConcernedAbout([| SkinConditions.AcneVulgaris; SkinConditions.Rosacea |]).Build()
    Assert.Equal<string>(two.Concerns, given.Concerns)
    let curve = Curve.Of(struct (0.0, 0.0), struct (2.0, 1.0))
    Assert.Equal(0.5, curve.BurdenAt 1.0)
    let set = RuleSet.Create("own.set", "1.0.0", "Own").Extends(BuiltInRuleSet.Id).Build()
    let resolved = RuleSetComposer.Compose(BuiltInRuleSet.Document, RuleSetDocument.From set).GetValueOrThrow()
    Assert.Equal("own.set", resolved.Data.Id)
    let gate = Gates.All(Gates.AtLeast(Factors.Person.Age, 18.0), Gates.OneOf(Factors.Person.Sex, Factors.Person.Sex.Female, Factors.Person.Sex.Intersex))
    Assert.Equal("all(person.age >= 18, person.sex in (female, intersex))", gate.ToString())

[<Fact>]
let ``An answer is read from a text`` () =
    let milk = ScoringService.Default.RuleSet.Find Factors.Diet.Milk |> nonNull
    let answer = milk.Parse("1,5", "de")
    Assert.True answer.Success
    Assert.Equal(Nullable(FactorValue.Number 1.5), answer.Value)
