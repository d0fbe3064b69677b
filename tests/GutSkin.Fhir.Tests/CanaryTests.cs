using System.Text.Json;
using System.Text.Json.Nodes;

namespace GutSkin.Fhir.Tests;

/// <summary>Every value of a clinic's document becomes one that nobody else has: none of it is in a diagnostic, or in what is listed of a resource.</summary>
public class CanaryTests
{
    [Theory]
    [InlineData("canary")]
    [InlineData("37.48173")]
    [InlineData("2019-02-03T04:05:06Z")]
    public void No_diagnostic_and_no_list_of_resources_holds_a_value(string canary)
    {
        int told = 0;
        foreach (string file in Directory.GetFiles(Repository.Path("tests", "GutSkin.Fhir.Tests", "Samples"), "*.json", SearchOption.AllDirectories).Where(f => new FileInfo(f).Length < 400_000))
        {
            var document = JsonNode.Parse(File.ReadAllText(file))!;
            Spoil(document, canary);
            var read = FhirReader.Read(document.ToJsonString(), Clinic.RuleSet, new FhirReadOptions { AsOf = Clinic.Today });
            foreach (var diagnostic in read.Diagnostics)
            {
                told++;
                $"{diagnostic} {diagnostic.Hint} {diagnostic.Path}".Should().NotContain(canary, file);
            }

            foreach (var resource in read.Value?.Resources ?? [])
            {
                told++;
                $"{resource} {resource.Reason}".Should().NotContain(canary, file);
            }

            if (read.Value is { } intake)
                intake.ToString().Should().NotContain(canary);
        }

        told.Should().BeGreaterThan(10);
    }

    /// <summary>Replaces what a person said or was measured: quantities, texts, names, dates; codes and types stay, or nothing would be read.</summary>
    private static void Spoil(JsonNode node, string canary)
    {
        if (node is JsonArray list)
        {
            foreach (var each in list.OfType<JsonNode>())
                Spoil(each, canary);
        }
        else if (node is JsonObject o)
        {
            foreach (string name in o.Select(p => p.Key).ToList())
            {
                bool isText = o[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String;
                if (name is "valueString" or "text" or "family" or "div" or "birthDate" or "unit" or "display" or "city" or "line" or "phone" or "effectiveDateTime" or "onsetDateTime" or "value" or "valueDecimal" or "valueDate" or "valueInteger" && (isText || name is "value" or "valueDecimal" or "valueInteger"))
                    o[name] = canary;
                else if (o[name] is { } child)
                    Spoil(child, canary);
            }
        }
    }
}
