using System.Text.Json.Serialization;

namespace GutSkin.Core;

/// <summary>How property names of the joined document are written.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class FragmentJsonContext : JsonSerializerContext;
