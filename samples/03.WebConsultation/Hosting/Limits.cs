namespace GutSkin.Samples.WebConsultation;

/// <summary>How much a caller may send. Set by configuration, for example <c>--Limits:RequestsPerSecond=500</c>.</summary>
internal sealed class Limits
{
    /// <summary>The largest body, in bytes. A profile with every answer has about 20,000.</summary>
    public int BodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Requests a second and address, on average.</summary>
    public int RequestsPerSecond { get; init; } = 30;

    /// <summary>Requests an address may send at once before the average counts.</summary>
    public int Burst { get; init; } = 200;

    /// <summary>Rule sets composed at once, over all addresses; more wait in a short queue.</summary>
    public int RuleSetsAtOnce { get; init; } = 4;

    /// <summary>Seconds after which a request is given up.</summary>
    public double TimeoutSeconds { get; init; } = 10;

    /// <summary>Seconds in which the head of a request has to be there.</summary>
    public int HeaderSeconds { get; init; } = 5;

    /// <summary>Bytes a second a body has to come in, on average, once its grace is over. A telephone on a bad line sends more.</summary>
    public int BodyBytesPerSecond { get; init; } = 500;

    /// <summary>Seconds in which a body may come slower.</summary>
    public int BodyGraceSeconds { get; init; } = 5;

    /// <summary>Seconds a connection may stand idle between two requests.</summary>
    public int IdleSeconds { get; init; } = 60;
}
