// Two stool profiles of one person, before and after a change: read, measured, compared, drawn in one HTML file.
//   dotnet run --project samples/05.MicrobiomeReport [-- BEFORE AFTER [OUT.html]]
using System.Text;
using GutSkin.Core;
using GutSkin.Microbiome;
using GutSkin.Samples.StoolComparison;

string data = Path.Combine(AppContext.BaseDirectory, "data");
bool own = args.Length >= 2;
string beforePath = own ? args[0] : Path.Combine(data, "before.txt");
string afterPath = own ? args[1] : Path.Combine(data, "after.txt");
string outPath = args.Length > 2 ? args[2] : Path.Combine(AppContext.BaseDirectory, "microbiome-report.html");

if (Read(beforePath) is not { } before || Read(afterPath) is not { } after)
    return 1;

// Everything there is to say of the second profile, with the first one to compare with.
var first = MicrobiomeReport.Of(before);
var second = MicrobiomeReport.Of(after, reference: before);
Console.WriteLine(second.ToText());

// The same measures as observations of a person's profile.
PersonProfile person = PersonProfile.Create().With(second.Observations, new DateOnly(2026, 3, 1)).Build();
Console.WriteLine(person);

string note = own ? "" : "Made-up example: the first profile is a real stool of a study of kefir; the second was computed from it and from another participant's (see data/SOURCE.txt). It shows the report, and says nothing about kefir.";
File.WriteAllText(outPath, ReportPage.Write(first, second, note), new UTF8Encoding(false));
Console.WriteLine($"Written: {outPath}");
return 0;

static TaxonomicProfile? Read(string path)
{
    using var file = File.OpenRead(path);
    var result = TaxonomicProfileReader.Read(file, new TaxonomicReadOptions { FileName = Path.GetFileName(path) });
    foreach (var diagnostic in result.Diagnostics)
        Console.Error.WriteLine(diagnostic);
    return result.Value;
}
