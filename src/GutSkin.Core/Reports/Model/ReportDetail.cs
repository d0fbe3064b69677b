using System.Text.Json.Serialization;

namespace GutSkin.Core;

/// <summary>How much of a report is written.</summary>
[JsonConverter(typeof(KebabEnumConverter<ReportDetail>))]
public enum ReportDetail
{
    /// <summary>The page a person keeps: whom to see, what stands out, what could be done first, what is not known, what to take along.</summary>
    FirstPage,

    /// <summary>The page and everything behind it: the picture, what weighs most, all suggestions, what was held back and why, questions, sources, limits.</summary>
    Full,
}
