namespace GutSkin.Microbiome;

/// <summary>Puts observations of a community into the profile of a person.</summary>
public static class MicrobiomeObservations
{
    /// <summary>Records observations, with the method as their source.</summary>
    /// <param name="builder">The profile being described.</param>
    /// <param name="observations">The observations, as <see cref="TaxonomicProfile.ToObservations"/> gives them.</param>
    /// <param name="on">The day the sample was taken; null = the profile's day.</param>
    /// <returns>The builder.</returns>
    public static PersonProfileBuilder With(this PersonProfileBuilder builder, IEnumerable<MicrobiomeObservation> observations, DateOnly? on = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(observations);
        foreach (var observation in observations)
            builder.With(observation.Factor, observation.Value, observation.Unit, on, observation.Method);
        return builder;
    }
}
