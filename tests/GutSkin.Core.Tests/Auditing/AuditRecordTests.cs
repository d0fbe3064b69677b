using System.Text;
using System.Text.Json;
using GutSkin.Core.Json;

namespace GutSkin.Core.Tests.Auditing;

/// <summary>What was said is known again, and any altered byte is found; the record holds no answer.</summary>
public class AuditRecordTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private static PersonProfile Person => ProfileJson.Read(Repository.Profile("immunosuppressed")).GetValueOrThrow();

    private static Assessment Said => ScoringService.Default.Assess(Person);

    [Fact]
    public void Everything_shown_and_everything_held_back_is_in_it_and_it_reads_back()
    {
        var record = AuditRecord.Of(Said, Person, Key);
        record.Shown.Select(s => s.Intervention).Concat(record.HeldBack.Select(s => s.Intervention))
            .Should().BeEquivalentTo(Said.Recommendations.Select(r => r.Intervention));
        record.Shown.Should().OnlyContain(s => s.Status == RecommendationStatus.Recommended || s.Status == RecommendationStatus.Caution);
        record.HeldBack.Where(s => s.Status == RecommendationStatus.Blocked).Should().OnlyContain(s => s.Safety.Length > 0);

        var again = AuditRecord.Read(record.ToJson())!;
        again.ToJson().Should().Be(record.ToJson()).And.Be(AuditRecord.Of(Said, Person, Key).ToJson());
        again.Check(Key, Said, Person).Should().BeEmpty();
    }

    [Fact]
    public void Codes_are_the_published_algorithm()
    {
        var record = AuditRecord.Of(Said, Person, Key);
        record.AssessmentCode.Should().Be(Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(Said.ToJson()))));
        record.ProfileCode.Should().Be(Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(Key, CanonicalJson.Of(ProfileJson.Write(Person)))));
    }

    [Fact]
    public void Every_altered_value_of_a_record_is_found()
    {
        string json = AuditRecord.Of(Said, Person, Key).ToJson();
        int altered = 0;
        for (int at = 0; at < json.Length; at += 7)
        {
            string changed = json[..at] + (char.IsAsciiDigit(json[at]) ? (char)('0' + ((json[at] - '0' + 1) % 10)) : json[at] == 'a' ? 'b' : 'a') + json[(at + 1)..];
            // White space between values says nothing: canonical JSON leaves it out.
            if (AuditRecord.Read(changed) is not { } read)
                continue;
            altered++;
            read.Check(Key).Should().Equal([AuditFinding.RecordAltered], changed.Substring(Math.Max(0, at - 20), Math.Min(40, changed.Length - Math.Max(0, at - 20))));
        }

        altered.Should().BeGreaterThan(100);
    }

    [Fact]
    public void Another_assessment_another_profile_and_another_key_are_found()
    {
        var record = AuditRecord.Of(Said, Person, Key);
        var other = Person.ToBuilder().With(Factors.Lifestyle.Smoking, 1).Build();
        record.Check(Key, ScoringService.Default.Assess(other)).Should().Equal(AuditFinding.OtherAssessment);
        record.Check(Key, profile: other).Should().Equal(AuditFinding.OtherProfile);
        record.Check([.. Key.Reverse()], Said, Person).Should().Equal(AuditFinding.RecordAltered, AuditFinding.OtherAssessment, AuditFinding.OtherProfile);
    }

    [Fact]
    public void It_holds_no_answer()
    {
        var canary = PersonProfile.Create().WithId("canary-person").ConcernedAbout(SkinConditions.Psoriasis)
            .With(Factors.Person.Age, 41.377).With(Factors.Diet.Fiber, 17.9231).Build();
        var record = AuditRecord.Of(ScoringService.Default.Assess(canary), canary, Key);
        foreach (string value in (string[])["canary", "41.377", "17.9231"])
            (record.ToJson() + record).Should().NotContain(value);
    }

    [Fact]
    public void A_short_key_is_a_mistake_and_what_is_no_record_is_none()
    {
        FluentActions.Invoking(() => AuditRecord.Of(Said, Person, Key[1..])).Should().Throw<ArgumentException>().Which.Message.Should().Contain("32 bytes");
        foreach (string text in (string[])["", "{}", "[]", "null", "{ \"schema\": \"gutskin.assessment/1\" }", "not json"])
            AuditRecord.Read(text).Should().BeNull(text);
    }
}
