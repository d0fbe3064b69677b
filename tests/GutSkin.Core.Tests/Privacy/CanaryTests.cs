using System.Collections;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Reflection;
using GutSkin.Core.Instruments;

namespace GutSkin.Core.Tests.Privacy;

/// <summary>
/// Answers that nobody else gives are searched for wherever they do not belong: messages of faults and exceptions, <c>ToString</c> and the
/// debugger's display, metrics and traces. An assessment, a report, a saved document are where they belong.
/// </summary>
public class CanaryTests
{
    private static readonly string[] Canaries = ["canary", "37.48", "1.7391", "73.917", "2019-02-03", "soap-canary"];

    private static PersonProfile Person => PersonProfile.Create().WithId("canary-person").AsOf(new DateOnly(2019, 3, 7))
        .ConcernedAbout(SkinConditions.AcneVulgaris).With(Factors.Condition.AcneVulgaris, true).With(Factors.Person.Age, 30)
        .With("diet.fiber", FactorValue.Number(37.48), on: new DateOnly(2019, 2, 3), source: "canary-source").With(Factors.Diet.Milk, 1.7391).With(Factors.Diet.GlycemicLoad, 73.917)
        .Screened(Screens.All).Build();

    [Fact]
    public void Nothing_that_holds_answers_shows_them()
    {
        var scoring = ScoringService.Default;
        var other = Person.ToBuilder().With(Factors.Diet.Milk, 0.7391).Build();
        var assessment = scoring.Assess(Person);
        object[] all =
        [
            Person, Person.ToBuilder(), assessment, scoring.TryAssess(Person), scoring.CreateBuffer(Person), Consultation.Start(scoring, Person), scoring.Compare(Person, other),
            scoring.Plan(Person), AuditRecord.Of(assessment, Person, new byte[32]), scoring.ReadProfile(ProfileJson.ToJson(Person)), scoring.ReadAssessment(assessment.ToJson()),
            new CohortColumns(1).Add(Factors.Diet.Fiber, new[] { 37.48 }), scoring.WhatIf(Person, p => p.With(Factors.Diet.Milk, 0.7391)),
        ];
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var leaks = new SortedDictionary<string, string>(StringComparer.Ordinal);
        int looked = 0;
        foreach (object each in all)
            Look(each, 0);

        looked.Should().BeGreaterThan(500);
        leaks.Should().BeEmpty();

        void Look(object? at, int depth)
        {
            if (at is null or string or byte[] || depth > 8 || (!at.GetType().IsValueType && !seen.Add(at)))
                return;
            if (at is IEnumerable many)
            {
                foreach (object? one in many)
                    Look(one, depth + 1);
            }

            var type = at.GetType();
            if (type.Namespace?.StartsWith("GutSkin", StringComparison.Ordinal) != true || type.IsEnum || IsAnAnswerItself(type))
                return;
            looked++;
            string shown = at.ToString() + Display(at);
            if (Canaries.Any(shown.Contains))
                leaks[type.FullName!] = shown;
            if (at is Delegate || type.Namespace is "GutSkin.Core.RuleSets")
                return;
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && !p.PropertyType.IsByRefLike))
            {
                object? value = null;
                try
                {
                    value = property.GetValue(at);
                }
                catch (TargetInvocationException)
                {
                    // A value that is not there, such as that of a failed result.
                }

                Look(value, depth + 1);
            }
        }
    }

    [Fact]
    public void No_fault_names_an_answer()
    {
        var scoring = ScoringService.Default;
        string profile = """
            { "id": "canary-person", "asOf": "2019-03-07", "concerns": ["acne-vulgaris"], "observations": {
              "diet.fiber": 9973.917, "diet.milk": "canary", "person.sex": "soap-canary", "person.pregnant": 37.48, "lab.vitamin-d": { "value": 37.48, "unit": "canary/mL", "source": "canary-source" },
              "person.age": { "value": 30.7391, "on": "2039-03-07" }, "diet.alcohol": { "value": 73.917, "on": "2019-02-03", "unit": "canary" }, "lifestyle.sleep": [37.48], "lifestyle.stress": { "declined": "canary" }, "diet.fibre": 37.48 } }
            """;
        var told = scoring.ReadProfile(profile).Diagnostics.Concat(ProfileJson.Read(profile).Diagnostics).ToList();
        told.AddRange(ProfileJson.Read(profile.Replace("\"canary\"", "canary", StringComparison.Ordinal)).Diagnostics);
        told.AddRange(ProfileJson.Read("\"canary").Diagnostics);
        string saved = Consultation.Start(scoring, Person).Change("diet.fiber", FactorValue.Number(37.48)).ToJson();
        foreach (var (old, bad) in ((string, string)[])[("37.48", "\"canary\""), ("37.48", "canary"), ("37.48", "[73.917]"), ("37.48", "9937.48"), ("diet.fiber", "diet.fibre")])
            told.AddRange(Consultation.Read(saved.Replace(old, bad, StringComparison.Ordinal), scoring).Diagnostics);
        string said = scoring.Assess(Person).ToJson();
        foreach (var (old, bad) in ((string, string)[])[("\"value\": 37.48", "\"value\": {\"canary\": 37.48}"), ("\"value\": 1.7391", "\"value\": canary"), ("canary-person\"", "canary-person\", \"asOf\": \"canary\"")])
            told.AddRange(scoring.ReadAssessment(said.Replace(old, bad, StringComparison.Ordinal)).Diagnostics);
        foreach (var instrument in InstrumentCatalog.All)
            told.AddRange(instrument.Read("{ \"canary\": 73.917, \"" + instrument.Items[0].Id + "\": 73.917 }").Diagnostics.Where(d => !d.Message.Contains("'canary'", StringComparison.Ordinal)));

        told.Should().HaveCountGreaterThan(40);
        told.Where(d => Canaries.Any($"{d} {d.Hint} {d.Path}".Contains)).Should().BeEmpty();
    }

    [Fact]
    public void No_exception_names_an_answer()
    {
        var scoring = ScoringService.Default;
        var bad = PersonProfile.Create().WithId("canary-person").With("diet.fiber", FactorValue.Number(9973.917)).With("person.sex", FactorValue.Choice("soap-canary")).Build();
        var asked = Consultation.Start(scoring, Person);
        Action[] wrong =
        [
            () => scoring.Assess(bad),
            () => scoring.CreateBuffer(bad),
            () => scoring.CreateBuffer(Person).Set(Factors.Person.Age, -73.917),
            () => scoring.Plan(bad),
            () => scoring.Compare(bad, Person),
            () => scoring.WhatIf(Person, p => p.With(Factors.Person.Age, -73.917)),
            () => Consultation.Start(scoring, bad),
            () => asked.Answer(asked.Current!.Items[0].Factor, "soap-canary"),
            () => asked.Change("diet.fiber", FactorValue.Number(9973.917)),
            () => asked.Change("diet.fiber", FactorValue.Choice("soap-canary")),
            () => PersonProfile.Create().With("diet.fiber", FactorValue.Number(37.48), unit: "canary/L").With(Factors.Diet.Fiber, 37.48).Build().Observations["canary"].ToString(),
            () => scoring.ScoreTable(new CohortColumns(2).Add(Factors.Diet.Fiber, new[] { 9973.917, 37.48 }), scoring.CreateResults(1)),
            () => ProfileJson.Read("{ \"id\": \"canary-person\", \"observations\": { \"diet.fiber\": \"canary\", } canary").GetValueOrThrow(),
        ];
        int thrown = 0;
        foreach (var each in wrong)
        {
            try
            {
                each();
            }
            catch (Exception e)
            {
                thrown++;
                string text = e.ToString();
                // The test's own key of a dictionary, and lines of this file in the stack, are not the library's.
                if (e is not KeyNotFoundException)
                    Canaries.Where(c => text.Contains(c, StringComparison.Ordinal)).Should().BeEmpty(text);
            }
        }

        thrown.Should().BeGreaterThan(10);
    }

    [Fact]
    public void No_metric_and_no_trace_holds_an_answer()
    {
        var told = new List<string>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == ObservedScoringService.Name) listener.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<long>((i, value, tags, _) => told.Add($"{i.Name} {i.Description} {string.Join(' ', tags.ToArray())}"));
        meters.SetMeasurementEventCallback<double>((i, value, tags, _) => told.Add($"{i.Name} {i.Description} {string.Join(' ', tags.ToArray())}"));
        meters.Start();
        using var traces = new ActivityListener
        {
            ShouldListenTo = s => s.Name == ObservedScoringService.Name, Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a => told.Add($"{a.OperationName} {a.DisplayName} {string.Join(' ', a.TagObjects)} {string.Join(' ', a.Events.Select(e => e.Name))} {a.StatusDescription}"),
        };
        ActivitySource.AddActivityListener(traces);
        var scoring = new ObservedScoringService(ScoringService.Default);

        scoring.Assess(Person);
        scoring.TryAssess(PersonProfile.Create().With("diet.fiber", FactorValue.Number(9973.917)).Build()).Success.Should().BeFalse();
        scoring.Score(scoring.CreateBuffer(Person), new ScoreResult[50]);
        scoring.ScoreTable(new CohortColumns(1).Add(Factors.Diet.Fiber, new[] { 37.48 }), scoring.CreateResults(1));

        told.Should().HaveCountGreaterThan(5);
        told.Where(t => Canaries.Any(t.Contains)).Should().BeEmpty();
    }

    /// <summary>Types that are nothing but one answer: whoever shows one, shows it on purpose.</summary>
    private static bool IsAnAnswerItself(Type type) => type == typeof(FactorValue) || type == typeof(Quantity) || type == typeof(FactorKey) || typeof(FactorKey).IsAssignableFrom(type);

    /// <summary>What the debugger shows: the members named in braces of <see cref="DebuggerDisplayAttribute"/>.</summary>
    private static string Display(object at)
    {
        string? format = at.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()?.Value;
        if (format is null)
            return "";
        return string.Join(' ', format.Split('{', '}').Where((_, i) => i % 2 == 1).Select(name =>
            Convert.ToString(at.GetType().GetProperty(name.Split(',')[0], BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)?.GetValue(at), CultureInfo.InvariantCulture)));
    }
}
