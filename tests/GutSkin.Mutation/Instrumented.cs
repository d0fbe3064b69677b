using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace GutSkin.Mutation;

/// <summary>
/// What dotnet-stryker puts into an assembly: <c>MutantControl.IsActive(id)</c> wherever something is changed. As it is, it notes what is reached in
/// a locked set, which takes a law over thousands of people from seconds to minutes.
/// </summary>
internal static class Instrumented
{
    public const string Control = "MutantControl";
    public const string Active = "ActiveMutant";
    public const string Reached = "Reached";
    public const int MostChanges = 100_000;

    /// <summary>Replaces the method by: note in an array that the place was reached; is the change active?</summary>
    public static int Prepare(string file)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(file, new ReaderParameters { InMemory = true });
        var control = assembly.MainModule.GetAllTypes().Single(type => type.Name == Control);
        var reached = new FieldDefinition(Reached, FieldAttributes.Public | FieldAttributes.Static, new ArrayType(assembly.MainModule.TypeSystem.Byte));
        control.Fields.Add(reached);
        var active = control.Fields.Single(field => field.Name == Active);
        var body = control.Methods.Single(method => method.Name == "IsActive").Body;
        body.Instructions.Clear();
        body.ExceptionHandlers.Clear();
        body.Variables.Clear();
        var il = body.GetILProcessor();
        il.Emit(OpCodes.Ldsfld, reached);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Stelem_I1);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldsfld, active);
        il.Emit(OpCodes.Ceq);
        il.Emit(OpCodes.Ret);
        assembly.Write(file);
        return 0;
    }
}
