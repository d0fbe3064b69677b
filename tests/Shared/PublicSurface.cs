using System.Reflection;

namespace GutSkin.Tests;

/// <summary>What of an assembly could be changed by whom it is given to.</summary>
internal static class PublicSurface
{
    /// <summary>Properties with a public setter (init is none) and public fields that can be written.</summary>
    public static IEnumerable<string> Mutable(Assembly assembly, params Type[] except) =>
        assembly.GetExportedTypes().Except(except)
            .SelectMany(t => t.GetProperties().Where(p => p.DeclaringType!.Assembly == t.Assembly).Where(p => p.SetMethod is { IsPublic: true } set
                    && !set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit"))
                .Select(p => $"{t.Name}.{p.Name}")
                .Concat(t.GetFields().Where(f => !f.IsInitOnly && !f.IsLiteral && !t.IsEnum).Select(f => $"{t.Name}.{f.Name}")));

    /// <summary>Static fields that can be written, those of generated serializers apart.</summary>
    public static IEnumerable<string> MutableStatics(Assembly assembly) =>
        assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("GutSkin", StringComparison.Ordinal) == true && !t.Name.Contains('<', StringComparison.Ordinal)
                && !t.Name.EndsWith("JsonContext", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(f => !f.IsInitOnly && !f.IsLiteral && !f.Name.Contains("<>", StringComparison.Ordinal))
            .Select(f => $"{f.DeclaringType!.Name}.{f.Name}");
}
