Imports System
Imports System.IO
Imports GutSkin.Core

''' <summary>What a clinic's developer does first: assess, save, read back, show.</summary>
Module Program
    Function Main() As Integer
        Dim profile = PersonProfile.Create().
            ConcernedAbout(SkinConditions.Rosacea).
            With(Factors.Person.Age, 50).
            With(Factors.Person.Sex, Factors.Person.Sex.Male).
            With(Factors.Diet.Alcohol, 50).
            Build()
        Dim assessment = ScoringService.Default.Assess(profile)
        Dim file = Path.Combine(AppContext.BaseDirectory, "saved.json")
        IO.File.WriteAllText(file, assessment.ToJson())
        Dim read = ScoringService.Default.ReadAssessment(IO.File.ReadAllText(file)).GetValueOrThrow()
        Console.WriteLine(read.ToText())
        Return If(read.ToText() = assessment.ToText(), 0, 1)
    End Function
End Module
