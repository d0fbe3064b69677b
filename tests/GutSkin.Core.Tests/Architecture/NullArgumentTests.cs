using System.Reflection;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Architecture;

/// <summary>Who passes null where the signature allows none is told so, by the name of the parameter.</summary>
public class NullArgumentTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void Every_constructor_and_static_method_says_which_argument_is_null()
    {
        var told = Methods().Select(m => WhatItSays(m, null)).OfType<string>().ToList();
        told.Should().HaveCountGreaterThan(100);
        told.Where(t => t.Length > 0).Should().BeEmpty();
    }

    [Fact]
    public void So_do_the_methods_of_what_people_hold()
    {
        var profile = PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris).Build();
        var assessment = ScoringService.Default.Assess(profile);
        object[] held =
        [
            ScoringService.Default, ScoringService.Default.CreateBuffer(), PersonProfile.Create(), profile, assessment, RuleSet.Create("a.b", "1.0.0", "A"),
            BuiltInRuleSet.Resolved, BuiltInRuleSet.Document, assessment.Conditions[0], Gates.Concern("acne-vulgaris"), Curve.Of((0, 0), (1, 1)),
        ];
        var told = held.SelectMany(one => one.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => !m.IsSpecialName && !m.ContainsGenericParameters && m.Name is not ("Equals" or "PrintMembers" or "<Clone>$"))
            .Select(m => WhatItSays(m, one))).OfType<string>().ToList();
        told.Should().HaveCountGreaterThan(20);
        told.Where(t => t.Length > 0).Should().BeEmpty();
    }

    [Fact]
    public void One_null_among_arguments_that_are_fine_is_told_too()
    {
        var told = Methods().SelectMany(WhatItSaysOfOne).ToList();
        told.Should().HaveCountGreaterThan(50);
        told.Where(t => t.Length > 0).Should().BeEmpty();
    }

    /// <summary>The constructors and static methods; those of records and of values are the compiler's, and an exception may have no message.</summary>
    private static IEnumerable<MethodBase> Methods()
    {
        foreach (var type in typeof(ScoringService).Assembly.GetExportedTypes().Where(t => !t.ContainsGenericParameters && !typeof(Delegate).IsAssignableFrom(t)))
        {
            MethodBase[] constructors = type.IsAbstract || type.IsValueType || type.GetMethod("<Clone>$") is not null || typeof(Exception).IsAssignableFrom(type) ? [] : type.GetConstructors();
            foreach (var method in constructors.Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(m => !m.IsSpecialName && !m.ContainsGenericParameters)))
                yield return method;
        }
    }

    private static IEnumerable<string> WhatItSaysOfOne(MethodBase method)
    {
        var parameters = method.GetParameters();
        object?[] fine = [.. parameters.Select(p => Fine(p.ParameterType))];
        for (int i = 0; i < parameters.Length && parameters.Length > 1; i++)
        {
            var type = parameters[i].ParameterType;
            if (type.IsValueType || type.IsByRef || Nullability.Create(parameters[i]).WriteState != NullabilityState.NotNull || fine.Where((f, at) => at != i && f is null).Any())
                continue;
            object?[] given = [.. fine];
            given[i] = null;
            string name = $"{method.DeclaringType!.Name}.{method.Name}, {parameters[i].Name}";
            string says = "";
            try
            {
                _ = method is ConstructorInfo constructor ? constructor.Invoke(given) : method.Invoke(null, given);
                says = name + " takes null";
            }
            catch (TargetInvocationException e)
            {
                if ((e.InnerException as ArgumentNullException)?.ParamName != parameters[i].Name)
                    says = $"{name}: {e.InnerException!.GetType().Name} {(e.InnerException as ArgumentException)?.ParamName}";
            }

            yield return says;
        }
    }

    /// <summary>Something of a type that is there; null where there is none.</summary>
    private static object? Fine(Type type) =>
        type == typeof(string) ? "a.b"
        : type.IsByRefLike || type.IsByRef || type.IsPointer ? null
        : type.IsValueType ? Activator.CreateInstance(type)
        : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>) ? Array.CreateInstance(type.GetGenericArguments()[0], 0)
        : Array.Find(
            (object[])[ScoringService.Default, BuiltInRuleSet.Resolved, BuiltInRuleSet.Document, PersonProfile.Create().Build(), Factors.Diet.Fiber, new ChoiceFactor("a.b", "c"), Gates.Concern("acne-vulgaris"), BuiltInRuleSet.Document.RuleSet!],
            type.IsInstanceOfType);

    /// <summary>Nothing of a method that takes nothing that may not be null, else what is wrong with what it says of nulls: no characters where nothing is.</summary>
    private static string? WhatItSays(MethodBase method, object? of)
    {
        var parameters = method.GetParameters();
        var wanted = parameters.Where(p => !p.ParameterType.IsValueType && !p.IsOut && Nullability.Create(p).WriteState == NullabilityState.NotNull).ToList();
        if (wanted.Count == 0 || parameters.Any(p => p.ParameterType.IsByRefLike || p.ParameterType.IsPointer))
            return null;
        string name = $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", parameters.Select(p => p.ParameterType.Name))})";
        object?[] none = [.. parameters.Select(p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)];
        try
        {
            _ = method is ConstructorInfo constructor ? constructor.Invoke(none) : method.Invoke(of, none);
            return name + " takes null";
        }
        catch (TargetInvocationException e)
        {
            return e.InnerException is ArgumentNullException thrown && wanted.Exists(p => p.Name == thrown.ParamName) ? ""
                : $"{name}: {e.InnerException!.GetType().Name} {(e.InnerException as ArgumentException)?.ParamName}";
        }
    }
}
