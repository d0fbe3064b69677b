using System.Buffers;
using GutSkin.Core;

namespace GutSkin.Samples.WebConsultation;

/// <summary>What the first visitor would wait for, done while they read the page: the rule set, one assessment, one report.</summary>
internal sealed partial class WarmUp(IServiceProvider services, ILogger<WarmUp> logger)
{
    public void Run()
    {
        try
        {
            var assessment = services.GetRequiredService<IScoringService>().Assess(PersonProfile.Create().Build());
            assessment.WriteUtf8Json(new ArrayBufferWriter<byte>());
            _ = assessment.ToHtml();
            _ = services.GetRequiredService<CatalogPages>().Catalog(null);
        }
#pragma warning disable CA1031 // the first request meets the same fault, and answers with it
        catch (Exception error)
#pragma warning restore CA1031
        {
            Failed(error.GetType().Name);
        }
    }

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "Warming up failed with {ExceptionType}")]
    private partial void Failed(string exceptionType);
}

/// <summary>Begins to warm up when the server listens, so that it listens at once.</summary>
internal static class WarmUpOnStart
{
    public static void WarmUpOnceStarted(this WebApplication app)
    {
        var warmUp = app.Services.GetRequiredService<WarmUp>();
        app.Lifetime.ApplicationStarted.Register(() => _ = Task.Run(warmUp.Run));
    }
}
