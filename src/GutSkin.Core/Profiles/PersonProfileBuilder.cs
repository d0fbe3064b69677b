using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>
/// Describes a person step by step. A factor named twice keeps the last answer. Whether ids, kinds, units and bounds fit
/// is checked against the rule set when the profile is assessed.
/// </summary>
/// <example>
/// <code>
/// var person = PersonProfile.Create()
///     .AsOf(new DateOnly(2026, 11, 20))
///     .ConcernedAbout(SkinConditions.AtopicDermatitis)
///     .With(Factors.Person.Sex, Factors.Person.Sex.Female)
///     .With(Factors.Lab.VitaminD, new Quantity(18, "ng/mL"))      // converted into the factor's own unit
///     .Screened(Screens.UrgentSkin)                               // asked, and none of it applies
///     .Declined(Factors.Body.Bmi)                                 // asked, and not told
///     .Build();
/// Console.WriteLine(ScoringService.Default.Check(person).Length);
/// </code>
/// </example>
public sealed class PersonProfileBuilder
{
    private readonly List<string> concerns = [];
    private readonly List<ScreenAnswer> screened = [];
    private readonly Dictionary<string, Observation> observations = new(StringComparer.Ordinal);
    private string? id;
    private DateOnly? asOf;

    internal PersonProfileBuilder()
    {
    }

    internal PersonProfileBuilder(PersonProfile profile)
    {
        (id, asOf) = (profile.Id, profile.AsOf);
        concerns.AddRange(profile.Concerns);
        screened.AddRange(profile.Screened);
        foreach (var (factor, observation) in profile.Observations)
            observations[factor] = observation;
    }

    /// <summary>Gives the profile an opaque id.</summary>
    /// <param name="value">The id; written into the assessment as it is.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder WithId(string? value)
    {
        id = value;
        return this;
    }

    /// <summary>Says which day the profile speaks for.</summary>
    /// <param name="day">The day; null = no observation is too old.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder AsOf(DateOnly? day)
    {
        asOf = day;
        return this;
    }

    /// <summary>Names conditions the person is concerned about.</summary>
    /// <param name="conditions">Ids, for example <c>SkinConditions.AcneVulgaris</c>.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder ConcernedAbout(params string[] conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        foreach (string condition in conditions)
        {
            ArgumentException.ThrowIfNullOrEmpty(condition, nameof(conditions));
            if (!concerns.Contains(condition))
                concerns.Add(condition);
        }

        return this;
    }

    /// <summary>Takes concerns back.</summary>
    /// <param name="conditions">The ids of the conditions; one that was not named is no error.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder WithoutConcern(params string[] conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        concerns.RemoveAll(conditions.Contains);
        return this;
    }

    /// <summary>Says that a screen was answered: its yes/no factors without an entry of their own are false.</summary>
    /// <param name="screen">The id of the screen.</param>
    /// <param name="on">The day it was answered; null = the profile's day.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder Screened(string screen, DateOnly? on = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(screen);
        screened.RemoveAll(s => s.Screen == screen);
        screened.Add(new ScreenAnswer(screen, on));
        return this;
    }

    /// <summary>Says that several screens were answered, each whole: their yes/no factors without an entry of their own are false.</summary>
    /// <param name="screens">The ids of the screens, for example <see cref="Screens.All"/> where an app has asked all of them in its own way.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder Screened(IEnumerable<string> screens)
    {
        ArgumentNullException.ThrowIfNull(screens);
        foreach (string screen in screens)
            Screened(screen);
        return this;
    }

    /// <summary>Takes back that a screen was answered; answers with an entry of their own stay.</summary>
    /// <param name="screen">The id of the screen; one that was not answered is no error.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder Unscreened(string screen)
    {
        ArgumentException.ThrowIfNullOrEmpty(screen);
        screened.RemoveAll(s => s.Screen == screen);
        return this;
    }

    /// <summary>Says which questions of a screen were shown and answered: those of them without an entry of their own are false.</summary>
    /// <param name="screen">The id of the screen.</param>
    /// <param name="items">The ids of the factors that were shown.</param>
    /// <param name="on">The day it was answered; null = the profile's day.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder Screened(string screen, IEnumerable<string> items, DateOnly? on = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(screen);
        ArgumentNullException.ThrowIfNull(items);
        ImmutableArray<string> shown = [.. items];
        foreach (string item in shown)
            ArgumentException.ThrowIfNullOrEmpty(item, nameof(items));
        screened.RemoveAll(s => s.Screen == screen);
        screened.Add(new ScreenAnswer(screen, on) { Items = shown });
        return this;
    }

    /// <summary>Records a number, in the unit of the key: one of another unit than the factor's own is converted.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="value">The number, in the unit of the key.</param>
    /// <param name="on">The day it was observed; null = the profile's day.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder With(NumberFactor factor, double value, DateOnly? on = null) =>
        Add(factor, FactorValue.Number(value), factor?.Unit, on);

    /// <summary>Records a number with its unit, which is converted.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="quantity">The number and its unit.</param>
    /// <param name="on">The day it was observed; null = the profile's day.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder With(NumberFactor factor, Quantity quantity, DateOnly? on = null) =>
        Add(factor, FactorValue.Number(quantity.Value), quantity.Unit, on);

    /// <summary>Records a whole number, in the unit of the key: one of another unit than the factor's own is converted.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="value">The number, in the unit of the key.</param>
    /// <param name="on">The day it was observed; null = the profile's day.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder With(IntegerFactor factor, int value, DateOnly? on = null) =>
        Add(factor, FactorValue.Number(value), factor?.Unit, on);

    /// <summary>Records a whole number with its unit, which is converted.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="quantity">The number and its unit.</param>
    /// <param name="on">The day it was observed; null = the profile's day.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder With(IntegerFactor factor, Quantity quantity, DateOnly? on = null) =>
        Add(factor, FactorValue.Number(quantity.Value), quantity.Unit, on);

    /// <summary>Records yes or no.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="value">True for yes.</param>
    /// <param name="on">The day it was observed; null = the profile's day.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder With(BooleanFactor factor, bool value, DateOnly? on = null) =>
        Add(factor, FactorValue.Boolean(value), null, on);

    /// <summary>Records a choice.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="choice">The id of the choice.</param>
    /// <param name="on">The day it was observed; null = the profile's day.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder With(ChoiceFactor factor, string choice, DateOnly? on = null)
    {
        ArgumentNullException.ThrowIfNull(factor);
        ArgumentNullException.ThrowIfNull(choice);
        return Add(factor, FactorValue.Choice(choice), null, on);
    }

    /// <summary>Records a number of a factor named by its id.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="value">The number, in the factor's own unit.</param>
    /// <param name="on">The day it was observed; null = the profile's day.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder With(string factor, double value, DateOnly? on = null) =>
        Add(factor, FactorValue.Number(value), null, on, null);

    /// <summary>Records a number with its unit, of a factor named by its id.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="quantity">The number and its unit.</param>
    /// <param name="on">The day it was observed; null = the profile's day.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder With(string factor, Quantity quantity, DateOnly? on = null) =>
        Add(factor, FactorValue.Number(quantity.Value), quantity.Unit, on, null);

    /// <summary>Records yes or no of a factor named by its id.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="value">True for yes.</param>
    /// <param name="on">The day it was observed; null = the profile's day.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder With(string factor, bool value, DateOnly? on = null) =>
        Add(factor, FactorValue.Boolean(value), null, on, null);

    /// <summary>Records a choice of a factor named by its id.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="choice">The id of the choice.</param>
    /// <param name="on">The day it was observed; null = the profile's day.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder With(string factor, string choice, DateOnly? on = null)
    {
        ArgumentNullException.ThrowIfNull(factor);
        ArgumentNullException.ThrowIfNull(choice);
        return Add(factor, FactorValue.Choice(choice), null, on, null);
    }

    /// <summary>Records any answer of a factor named by its id.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="value">The answer.</param>
    /// <param name="unit">The unit of a number; null = the factor's own.</param>
    /// <param name="on">The day it was observed; null = the profile's day.</param>
    /// <param name="source">Where it comes from, for example <c>lab</c>.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder With(string factor, FactorValue value, string? unit = null, DateOnly? on = null, string? source = null) =>
        Add(factor, value, unit, on, source);

    /// <summary>Records that the person would rather not say: missing, and not asked again.</summary>
    /// <param name="factor">The factor.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder Declined(FactorKey factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return Declined(factor.Id);
    }

    /// <summary>Records that the person would rather not say: missing, and not asked again.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder Declined(string factor) => Declined(factor, null, null);

    /// <summary>Takes back what was recorded of a factor.</summary>
    /// <param name="factor">The factor.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder Without(FactorKey factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return Without(factor.Id);
    }

    /// <summary>Takes back what was recorded of a factor.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <returns>This builder.</returns>
    public PersonProfileBuilder Without(string factor)
    {
        ArgumentException.ThrowIfNullOrEmpty(factor);
        observations.Remove(factor);
        return this;
    }

    /// <summary>The profile as described so far.</summary>
    /// <returns>An immutable profile.</returns>
    public PersonProfile Build() =>
        new(id, asOf, [.. concerns], [.. screened], new Dictionary<string, Observation>(observations, StringComparer.Ordinal));

    internal PersonProfileBuilder Declined(string factor, DateOnly? on, string? source)
    {
        ArgumentException.ThrowIfNullOrEmpty(factor);
        observations[factor] = new Observation(null, null, on, source, declined: true);
        return this;
    }

    private PersonProfileBuilder Add(FactorKey factor, FactorValue value, string? unit, DateOnly? on)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return Add(factor.Id, value, unit, on, null);
    }

    private PersonProfileBuilder Add(string factor, FactorValue value, string? unit, DateOnly? on, string? source)
    {
        ArgumentException.ThrowIfNullOrEmpty(factor);
        observations[factor] = new Observation(value, unit, on, source, declined: false);
        return this;
    }
}
