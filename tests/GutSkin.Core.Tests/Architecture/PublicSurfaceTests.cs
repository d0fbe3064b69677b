using System.Reflection;
using System.Text;

namespace GutSkin.Core.Tests.Architecture;

/// <summary>The public API is a committed text file; a changed surface is a diff that someone signs.</summary>
public class PublicSurfaceTests
{
    [Fact]
    public void The_surface_is_the_committed_one() =>
        Golden.Check(Surface(typeof(ScoringService).Assembly), "docs", "api", "GutSkin.Core.txt");

    [Fact]
    public void Public_types_are_immutable() =>
        typeof(ScoringService).Assembly.GetExportedTypes()
            .Where(t => t != typeof(GutSkinOptions)) // A host's settings are bound to it.
            .SelectMany(t => t.GetProperties().Where(p => p.DeclaringType!.Assembly == t.Assembly).Where(p => p.SetMethod is { IsPublic: true } set
                    && !set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit"))
                .Select(p => $"{t.Name}.{p.Name}")
                .Concat(t.GetFields().Where(f => !f.IsInitOnly && !f.IsLiteral && !t.IsEnum).Select(f => $"{t.Name}.{f.Name}")))
            .Should().BeEmpty();

    [Fact]
    public void No_static_field_of_the_library_can_be_changed() =>
        typeof(ScoringService).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("GutSkin", StringComparison.Ordinal) == true && !t.Name.Contains('<', StringComparison.Ordinal)
                && !t.Name.EndsWith("JsonContext", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(f => !f.IsInitOnly && !f.IsLiteral && !f.Name.Contains("<>", StringComparison.Ordinal))
            .Select(f => $"{f.DeclaringType!.Name}.{f.Name}")
            .Should().BeEmpty();

    [Fact]
    public void The_core_depends_on_the_framework_and_two_packages() =>
        typeof(ScoringService).Assembly.GetReferencedAssemblies().Select(a => a.Name)
            .Where(n => !n!.StartsWith("System", StringComparison.Ordinal))
            .Should().BeEquivalentTo(["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options"]);

    private static string Surface(Assembly assembly)
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
