using System.Buffers;
using GutSkin.Core;

namespace GutSkin.Samples.WebConsultation;

/// <summary>What the first visitor would wait for, done while they read the page: the rule set, some assessments, a report.</summary>
internal sealed partial class WarmUp(IServiceProvider services, ILogger<WarmUp> logger)
{
    private const int People = 12;

    public void Run()
    {
        try
        {
            var scoring = services.GetRequiredService<IScoringService>();
            var assessment = scoring.Assess(PersonProfile.Create().Build());
            assessment.WriteTo(new ArrayBufferWriter<byte>());

            // The people in the rule set's own tests meet most of what visitors will.
            foreach (var test in scoring.RuleSet.Data.Tests.Take(People))
            {
                if (ProfileJson.Read(ProfileJson.Write(test.Profile)).Value is not { } person || scoring.TryAssess(person).Value is not { } assessed)
                    continue;
                assessed.WriteTo(new ArrayBufferWriter<byte>());
                assessment = assessed;
            }

            services.GetRequiredService<Library>().Catalog(null).Write(new ArrayBufferWriter<byte>());
            _ = assessment.ToHtml();
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
