using System.Reflection;
using System.Text;

namespace GutSkin.Tests;

/// <summary>What of an assembly is public, as text, and what of it could be changed by whom it is given to.</summary>
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

    /// <summary>Every public type with its members, in order.</summary>
    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(type.FullName).Append(" : ").Append(KindOf(type)).Append('\n');
            foreach (string member in type
                .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(IsVisible)
                .Select(Describe)
                .Order(StringComparer.Ordinal))
            {
                text.Append("  ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string KindOf(Type type)
    {
        string kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";
        string shape = type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract && !type.IsInterface ? "abstract " : type.IsSealed && !type.IsValueType ? "sealed " : "";
        return shape + kind;
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase m => (m.IsPublic || m.IsFamily) && !(m.IsSpecialName && (m.Name.StartsWith("get_", StringComparison.Ordinal)
            || m.Name.StartsWith("set_", StringComparison.Ordinal))) && !m.Name.Contains('<', StringComparison.Ordinal),
        FieldInfo f => f.IsPublic && f.Name != "value__",
        PropertyInfo p => p.GetMethod is { } get && (get.IsPublic || get.IsFamily),
        Type t => t.IsNestedPublic,
        _ => false,
    };

    private static string Describe(MemberInfo member) => member switch
    {
        PropertyInfo p => $"{Name(p.PropertyType)} {p.Name} {{ get;{(p.SetMethod is { IsPublic: true } ? " init;" : "")} }}",
        FieldInfo { IsLiteral: true } f => $"const {Name(f.FieldType)} {f.Name} = {f.GetRawConstantValue()}",
        FieldInfo f => $"{Name(f.FieldType)} {f.Name}",
        MethodInfo m => $"{(m.IsStatic ? "static " : "")}{Name(m.ReturnType)} {m.Name}({Parameters(m)})",
        ConstructorInfo c => $".ctor({Parameters(c)})",
        _ => member.ToString()!,
    };

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.IsOptional ? " = " + (p.DefaultValue ?? "null") : "")}"));

    private static string Name(Type type) =>
        type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
}
