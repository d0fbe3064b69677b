using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Values;

namespace GutSkin.Core.Instruments;

/// <summary>All instruments, to be found by id.</summary>
/// <example>
/// <code>
/// foreach (var instrument in InstrumentCatalog.All)
///     Console.WriteLine($"{instrument.Id}: {instrument.Name}");
/// </code>
/// </example>
public static class InstrumentCatalog
{
    /// <summary>All of them: by condition, then what describes a person.</summary>
    public static ImmutableArray<Instrument> All { get; } =
    [
        Easi.Instrument, Scorad.Instrument, ObjectiveScorad.Instrument, VigaAd.Instrument, Poem.Instrument,
        Pasi.Instrument, Gags.Instrument, IgaAcne.Instrument, Cea.Instrument, IgaRosacea.Instrument,
        Uas7.Instrument, Hurley.Instrument, Ihs4.Instrument, Dlqi.Instrument,
        Pss10.Instrument, Psqi.Instrument, Ipaq.Instrument, BodyMassIndex.Instrument, Bristol.Instrument,
    ];

    /// <summary>An instrument.</summary>
    /// <param name="id">Its id, for example <c>easi</c>.</param>
    /// <returns>The instrument, or a diagnostic that names the nearest id.</returns>
    public static ReadResult<Instrument> Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        foreach (var instrument in All)
        {
            if (instrument.Id == id)
                return new ReadResult<Instrument>(instrument, []);
        }

        var ids = All.Select(i => i.Id);
        return new ReadResult<Instrument>(null,
        [
            new Diagnostic
            {
                Code = InstrumentDiagnostics.UnknownInstrument,
                Severity = DiagnosticSeverity.Error,
                Message = $"There is no instrument {Quoting.Quote(id)}.",
                Hint = Ids.HintFor(id, ids) ?? $"There are: {string.Join(", ", ids)}.",
            },
        ]);
    }
}
