using System.Buffers;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text;
using GutSkin.Core;
using GutSkin.Samples.WebConsultation;

[assembly: SupportedOSPlatform("browser")]

// Nothing to do at the start: the page calls.
return;

/// <summary>The calls of the page, answered in the browser's own memory by the same code as over HTTP.</summary>
internal static partial class Calls
{
    private static readonly Library Library = new(ScoringService.Default, remembers: true);

    /// <summary>Answers one call.</summary>
    /// <param name="path">As after <c>/api/</c>.</param>
    /// <param name="body">The body; empty where there is none.</param>
    /// <param name="culture">The language of the page.</param>
    /// <param name="id">What to explain; empty where nothing is.</param>
    /// <param name="detail">How much of a report; empty = all.</param>
    /// <returns>The status, a line feed, and the body.</returns>
    [JSExport]
    internal static string Answer(string path, string body, string culture, string id, string detail)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        var reply = path switch
        {
            "assess" => Library.Assess(bytes, culture),
            "consult" => Library.Consult(bytes, culture),
            "explain" => Library.Explain(bytes, culture, id),
            "whatif" => Library.WhatIf(bytes),
            "report" => Library.Report(bytes, culture, null, detail.Length == 0 ? null : detail),
            "compare" => Library.Compare(bytes, culture),
            "rules/lint" => Library.Lint(bytes),
            "rules/try" => Library.Try(bytes, culture),
            "catalog" => Library.Catalog(culture),
            _ => Reply.Missing("There is no such call."),
        };
        var written = new ArrayBufferWriter<byte>();
        reply.Write(written);
        return $"{reply.Status}\n{Encoding.UTF8.GetString(written.WrittenSpan)}";
    }
}
