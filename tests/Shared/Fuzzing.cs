using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GutSkin.Tests;

/// <summary>What is done to a text.</summary>
internal enum Damage
{
    /// <summary>A word is put in.</summary>
    Insert,

    /// <summary>A part is taken out.</summary>
    Remove,

    /// <summary>A part stands there twice.</summary>
    Double,

    /// <summary>A character becomes another one.</summary>
    Character,

    /// <summary>The rest is cut off.</summary>
    Cut,

    /// <summary>A part of another sample is put in.</summary>
    Splice,

    /// <summary>A character becomes a word, wherever it stands in the next fifty.</summary>
    Exchange,
}

/// <summary>Damages real samples, as text and as JSON: the same damage from the same numbers.</summary>
internal sealed class Mutator(string[] seeds, string[] words, Damage[] kinds, int longest, int characters)
{
    /// <summary>A sample with one to four damages.</summary>
    public string Text(SplitMix64 random)
    {
        var text = new StringBuilder(random.Pick(seeds));
        for (int i = random.From(1, 4); i > 0; i--)
        {
            int at = random.Below(text.Length + 1), length = random.Below(Math.Min(longest, text.Length - at + 1));
            switch (kinds[random.Below(kinds.Length)])
            {
                case Damage.Insert:
                    text.Insert(at, random.Pick(words));
                    break;
                case Damage.Remove:
                    text.Remove(at, length);
                    break;
                case Damage.Double:
                    text.Insert(at, text.ToString(at, length));
                    break;
                case Damage.Cut:
                    text.Length = at;
                    break;
                case Damage.Splice:
                    string other = random.Pick(seeds);
                    int from = random.Below(other.Length);
                    text.Insert(at, other.AsSpan(from, Math.Min(300, other.Length - from)));
                    break;
                case Damage.Character when at < text.Length:
                    text[at] = (char)random.Below(characters);
                    break;
                case Damage.Exchange when at < text.Length:
                    text.Replace(text.ToString(at, 1), random.Pick(words), at, Math.Min(50, text.Length - at));
                    break;
                default:
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// A sample of JSON whose values were changed as values: left out, doubled, renamed, exchanged with others of the same or another sample. One in
    /// six is damaged as text besides.
    /// </summary>
    public string Json(SplitMix64 random)
    {
        if (random.Below(6) == 0)
            return Text(random);
        var root = Parse(random.Pick(seeds));
        for (int i = random.From(1, 5); i > 0; i--)
        {
            List<JsonNode> places = [.. Containers(root)];
            if (places.Count == 0)
                break;
            Change(random.Pick(places), random);
        }

        return root?.ToJsonString() ?? "null";
    }

    private void Change(JsonNode place, SplitMix64 random)
    {
        if (place is JsonObject o)
        {
            if (o.Count == 0 || random.Below(8) == 0)
            {
                o[random.Pick(words)] = Value(random);
                return;
            }

            string name = random.Pick([.. o.Select(p => p.Key)]);
            switch (random.Below(4))
            {
                case 0:
                    o.Remove(name);
                    break;
                case 1:
                    var moved = o[name]?.DeepClone();
                    o.Remove(name);
                    o[random.Below(2) == 0 ? name + "x" : random.Pick(words)] = moved;
                    break;
                default:
                    o[name] = Value(random);
                    break;
            }
        }
        else if (place is JsonArray list)
        {
            int at = random.Below(list.Count + 1);
            switch (random.Below(4))
            {
                case 0 when at < list.Count:
                    list.RemoveAt(at);
                    break;
                case 1 when at < list.Count:
                    list.Insert(random.Below(list.Count + 1), list[at]?.DeepClone());
                    break;
                case 2 when at < list.Count:
                    list[at] = Value(random);
                    break;
                default:
                    list.Insert(at, Value(random));
                    break;
            }
        }
    }

    /// <summary>A value of a sample, or one that is at an end of what there is.</summary>
    private JsonNode? Value(SplitMix64 random)
    {
        switch (random.Below(5))
        {
            case 0:
                return random.Pick<double>([0, -0.0, 1, -1, 0.5, 1e-300, 5e-324, 1e308, -1e308, 1e9, 2147483648, 9007199254740993, 100000, 3.0000001]);
            case 1:
                return random.Pick<Func<JsonNode?>>([() => null, () => true, () => false, () => "", () => new JsonArray(), () => new JsonObject(), () => "2024-02-29", () => "0001-01-01", () => "9999-12-31", () => "\ud83d\ude00", () => "\u0000"])();
            case 2:
                return random.Pick(words);
            default:
                List<JsonNode> places = [.. Containers(Parse(random.Pick(seeds)))];
                var place = random.Pick(places);
                return (place is JsonObject { Count: > 0 } o ? random.Pick([.. o.Select(p => p.Value)]) : place is JsonArray { Count: > 0 } list ? list[random.Below(list.Count)] : place)?.DeepClone();
        }
    }

    private static JsonNode? Parse(string text) =>
        JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });

    private static IEnumerable<JsonNode> Containers(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Containers(p.Value)).Prepend(o),
        JsonArray list => list.SelectMany(Containers).Prepend(list),
        _ => [],
    };
}

/// <summary>Holds a reader to a time and a size; what breaks it is told with its input, which base64 keeps as it is.</summary>
internal static class Guarded
{
    public static void Run(Action check, Func<string> input, long mostAllocated, int mostMilliseconds)
    {
        long allocated = 0;
        var time = Timed.Quickest(TimeSpan.FromMilliseconds(mostMilliseconds), () =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                check();
            }
            catch (Exception e)
            {
                Assert.Fail($"{e}\n{input()}");
            }

            allocated = Math.Max(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        });
        if (time.TotalMilliseconds > mostMilliseconds || allocated > mostAllocated)
            Assert.Fail($"{time.TotalMilliseconds:0} ms, {allocated >> 20} MB\n{input()}");
    }

    /// <summary>A text as it can be put into a test.</summary>
    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
