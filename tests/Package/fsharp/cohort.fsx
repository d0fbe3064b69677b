// What a data scientist does first: a table of people, scored. The package check writes the line that names the package above this one.
open System
open GutSkin.Core

let milk = [| 3.0; 1.0; nan |]
let people = CohortColumns(3).Add(Factors.Diet.Milk, milk)
let results = ScoringService.Default.CreateResults people.Rows
ScoringService.Default.ScoreTable(people, results)

for row in 0 .. people.Rows - 1 do
    let profile = PersonProfile.Create()
    let known = if Double.IsNaN milk[row] then profile else profile.With(Factors.Diet.Milk, milk[row])
    let alone = ScoringService.Default.Assess(known.Build()).Condition(SkinConditions.AcneVulgaris)
    let together = results.Scores(SkinConditions.AcneVulgaris).[row]
    if alone.Score <> Nullable together then failwith "a table gives another score than a person"
    printfn "%d: %.2f" row together

printfn "%s" ScoringService.Default.RuleSet.Data.Disclaimer
