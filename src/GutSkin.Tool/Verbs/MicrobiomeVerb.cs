using System.CommandLine;
using GutSkin.Microbiome;

namespace GutSkin.Tool;

/// <summary><c>gutskin microbiome FILE</c>: a taxonomic profile into measures and observations.</summary>
internal static class MicrobiomeVerb
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "A taxonomic profile or table, packed with gzip or not; - reads standard input." };
        var input = new Option<string?>("--input") { Description = $"Its format, where it is not to be found out: {string.Join(", ", TaxonomicFormats.Names)}.", HelpName = "FORMAT" };
        input.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && !TaxonomicFormats.TryParse(name, out _))
                result.AddError($"'{name}' is not a format that can be read: {string.Join(", ", TaxonomicFormats.Names)}.");
        });
        var taxonomy = new Option<string?>("--taxonomy") { Description = "What the features of the table are, where that is a file of its own: a taxonomy of QIIME 2 or mothur, or a table of ranks.", HelpName = "FILE" };
        var sample = new Option<string?>("--sample") { Description = "The sample of a table of several.", HelpName = "NAME" };
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("microbiome", "Turns a sequencing profile into measures and observations.") { file, taxonomy, input, sample, format };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(file);
            FeatureTaxonomy? known = null;
            if (parsed.GetValue(taxonomy) is { } other)
            {
                var read = InputFile.With(other, stream => FeatureTaxonomy.Read(stream, InputFile.NameOf(other)));
                if (!read.Success)
                    return DiagnosticReport.Reject(read.Diagnostics);
                known = read.Value;
            }

            var options = new TaxonomicReadOptions
            {
                Format = TaxonomicFormats.TryParse(parsed.GetValue(input), out var named) ? named : null,
                Sample = parsed.GetValue(sample),
                Taxonomy = known,
                FileName = InputFile.NameOf(path),
            };
            var profile = InputFile.With(path, stream => TaxonomicProfileReader.Read(stream, options));
            if (!profile.Success)
                return DiagnosticReport.Reject(profile.Diagnostics);

            var report = MicrobiomeReport.Of(profile.Value);
            Std.WriteResult(parsed.GetValue(format) == "json" ? MicrobiomeJson.ToJson(report) : report.ToText());
            return ExitCode.Done;
        });
        return command;
    }
}
