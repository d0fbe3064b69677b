using System.Text;

namespace GutSkin.Cohorts.Tests;

/// <summary>Tables as programs write them: each row of a table here is a kind and its neighbors.</summary>
public class TableTests
{
    /// <summary>Tables in which a has 12.5 g of fiber and is female, and b has no fiber and is male.</summary>
    public static TheoryData<string, string> Tables => new()
    {
        { "commas", "id,diet.fiber,person.sex\na,12.5,female\nb,,male\n" },
        { "semicolons", "id;diet.fiber;person.sex\na;12.5;female\nb;;male\n" },
        { "German Excel", "id;diet.fiber;person.sex\r\na;12,5;female\r\nb;;male\r\n" },
        { "German Excel with quotes", "\"id\";\"diet.fiber\";\"person.sex\"\r\n\"a\";\"12,5\";\"female\"\r\n\"b\";\"#NV\";\"male\"\r\n" },
        { "tabs", "id\tdiet.fiber\tperson.sex\na\t12.5\tfemale\nb\t\tmale\n" },
        { "tabs and decimal commas", "id\tdiet.fiber\tperson.sex\na\t12,5\tfemale\nb\t\tmale\n" },
        { "bars", "id|diet.fiber|person.sex\na|12.5|female\nb|NA|male\n" },
        { "spaces", "id diet.fiber person.sex\na 12.5 female\nb NA male\n" },
        { "sep=", "sep=;\nid;diet.fiber;person.sex\na;12,5;female\nb;;male\n" },
        { "sep= with a tab", "sep=\t\r\nid\tdiet.fiber\tperson.sex\r\na\t12.5\tfemale\r\nb\t\tmale\r\n" },
        { "sep= in quotes", "\"sep=;\"\nid;diet.fiber;person.sex\na;12.5;female\nb;;male\n" },
        { "CR alone", "id,diet.fiber,person.sex\ra,12.5,female\rb,,male\r" },
        { "no last line end", "id,diet.fiber,person.sex\na,12.5,female\nb,,male" },
        { "empty lines", "id,diet.fiber,person.sex\n\na,12.5,female\n\n\nb,,male\n\n" },
        { "spaces around", " id , diet.fiber ,person.sex\n a , 12.5 , female \nb,,male\n" },
        { "a quoted cell after a space", "id, \"diet.fiber\", \"person.sex\"\na, \"12.5\", \"female\"\nb, \"\", \"male\"\n" },
        { "an upper-case ID", "ID,diet.fiber,person.sex\na,12.5,Female\nb,,MALE\n" },
        { "R's write.csv", "\"\",\"diet.fiber\",\"person.sex\"\n\"a\",12.5,\"female\"\n\"b\",NA,\"male\"\n" },
        { "R's write.table", "\"diet.fiber\" \"person.sex\"\n\"a\" 12.5 \"female\"\n\"b\" NA \"male\"\n" },
        { "pandas with an index and ids", ",id,diet.fiber,person.sex\n0,a,12.5,female\n1,b,,male\n" },
        { "a title above", "Export of 2026-11-20\n\nid,diet.fiber,person.sex\na,12.5,female\nb,,male\n" },
        { "another unit", "id,diet.fiber[g/d],person.sex\na,12.5,female\nb,,male\n" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_table_is_read(string what, string text)
    {
        var read = Cohort.Read(text, new CohortReadOptions { IgnoreUnknown = what.StartsWith("pandas", StringComparison.Ordinal) });
        read.Failures.Should().BeEmpty(what);
        read.People.Select(p => p.Id).Should().Equal(["a", "b"], what);
        read.Number("a", "diet.fiber").Should().Be(12.5, what);
        read.Answer("a", "person.sex").Should().Be("female");
        read.Number("b", "diet.fiber").Should().BeNull();
        read.Answer("b", "person.sex").Should().Be("male");
    }

    [Fact]
    public void Encodings_are_told_by_their_bytes()
    {
        const string text = "id;diet.fiber;person.sex\nMüller;12,5;female\n";
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1, new UnicodeEncoding(false, false), new UnicodeEncoding(true, false)])
        {
            var read = Cohort.Read(text, encoding: encoding);
            read.People.Single().Id.Should().Be("Müller", encoding.EncodingName);
            read.Number("Müller", "diet.fiber").Should().Be(12.5);
            read.Reader.Notices.Any(n => n.Code == "GS4011").Should().Be(encoding == Encoding.Latin1);
        }
    }

    [Fact]
    public void An_id_that_is_no_text_fails_its_row()
    {
        byte[] long_ = Encoding.UTF8.GetBytes("id,diet.fiber\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"person {i},12\n")));
        var read = Cohort.Read([.. long_, 0xE9, .. ",12\nz,12\n"u8]);
        read.Failures.Should().ContainSingle().Which.Should().Match<CohortFailure>(f => f.Row == 10_001 && f.Line == 10_002 && f.Faults[0].Code == "GS4011");
        read.People.Should().HaveCount(10_001);
    }

    [Theory]
    [InlineData("true", "false")]
    [InlineData("TRUE", "FALSE")]
    [InlineData("T", "F")]
    [InlineData("yes", "No")]
    [InlineData("Y", "n")]
    [InlineData("1", "0")]
    [InlineData("1.0", "0.0")]
    [InlineData("1.00", "0.000")]
    [InlineData("+1", "-0")]
    [InlineData(" 1 ", " 0 ")]
    [InlineData("WAHR", "FALSCH")]
    [InlineData("Ja", "Nein")]
    [InlineData("VRAI", "FAUX")]
    [InlineData("oui", "non")]
    [InlineData("VERDADERO", "FALSO")]
    [InlineData(".TRUE.", ".FALSE.")]
    public void Yes_and_no_are_read_as_programs_write_them(string yes, string no)
    {
        var read = Cohort.Read($"id,person.pregnant\na,{yes}\nb,{no}\nc,\n");
        read.Failures.Should().BeEmpty();
        (read.Answer("a", "person.pregnant"), read.Answer("b", "person.pregnant"), read.Answer("c", "person.pregnant")).Should().Be(("true", "false", null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("NA")]
    [InlineData("N/A")]
    [InlineData("n/a")]
    [InlineData("#N/A")]
    [InlineData("#NV")]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("None")]
    [InlineData("null")]
    [InlineData("NULL")]
    [InlineData(".")]
    [InlineData(".a")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("?")]
    [InlineData("<NA>")]
    [InlineData("NaT")]
    [InlineData("\\N")]
    [InlineData("  NA  ")]
    [InlineData("\"NA\"")]
    public void A_missing_answer_has_many_words(string word)
    {
        var read = Cohort.Read($"id,diet.fiber,person.pregnant,person.sex,lifestyle.perceived-stress\na,{word},{word},{word},{word}\n");
        read.Failures.Should().BeEmpty();
        read["a"].Profile.Observations.Should().BeEmpty();
    }

    [Fact]
    public void A_word_that_may_be_a_choice_is_not_guessed()
    {
        var rules = new CohortReadOptions { Scoring = Rules.With("x.kind", "none", "some") };
        Cohort.Read("id,x.kind\na,none\nb,NA\n", rules).Answer("a", "x.kind").Should().Be("none");
        Cohort.Read("id,x.kind\na,None\n", rules).Failures.Single().Faults.Single().Hint.Should().Contain("none, some");
    }

    /// <summary>Cells that are refused, the code, and a word of the hint that says what to write instead.</summary>
    public static TheoryData<string, string, string, string> Refused => new()
    {
        { "diet.fiber", "<3.7", "GS0503", "limit" },
        { "diet.fiber", "> 149", "GS0503", "limit" },
        { "diet.fiber", "≥149", "GS0503", "limit" },
        { "diet.fiber", "less than 5", "GS0503", "limit" },
        { "diet.fiber", "23.6 g/d", "GS0503", "header" },
        { "diet.fiber", "23.6g", "GS0503", "header" },
        { "diet.fiber", "15 %", "GS0503", "header" },
        { "diet.fiber", "\"2,917\"", "GS0503", "thousands" },
        { "diet.fiber", "2 917", "GS0503", "thousands" },
        { "diet.fiber", "2'917", "GS0503", "thousands" },
        { "diet.fiber", "\"1,234,567.5\"", "GS0503", "thousands" },
        { "diet.fiber", "\"12,5\"", "GS0503", "point" },
        { "diet.fiber", "12-15", "GS0503", "one number" },
        { "diet.fiber", "12 to 15", "GS0503", "one number" },
        { "diet.fiber", "2026-09-01", "GS0503", "spreadsheet" },
        { "diet.fiber", "12.5.2026", "GS0503", "spreadsheet" },
        { "diet.fiber", "12. Mai", "GS0503", "spreadsheet" },
        { "diet.fiber", "#VALUE!", "GS0503", "formula" },
        { "diet.fiber", "refused", "GS0503", "--missing" },
        { "diet.fiber", "0x12", "GS0503", "" },
        { "diet.fiber", "1_000", "GS0503", "" },
        { "diet.fiber", "-1", "GS0504", "from 0" },
        { "diet.fiber", "1e999", "GS0106", "" },
        { "diet.fiber", "-Infinity", "GS0106", "" },
        { "person.pregnant", "maybe", "GS0503", "yes or no" },
        { "person.pregnant", "2", "GS0503", "yes or no" },
        { "person.sex", "m", "GS0316", "Choices: " },
        { "person.sex", "1", "GS0316", "map" },
        { "lifestyle.perceived-stress", "3.5", "GS0503", "" },
        { "lab.vitamin-d[ng/mL]", "99999", "GS0504", "nmol/L" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_refused_cell_says_what_to_write_and_never_what_stood_there(string column, string cell, string code, string hint)
    {
        var read = Cohort.Read($"id,{column}\na,{cell}\nb,\n");
        var fault = read.Failures.Should().ContainSingle().Which.Faults.Should().ContainSingle().Subject;
        fault.Code.Should().Be(code);
        (fault.Message + " " + fault.Hint).Should().Contain(hint.Length > 0 ? hint : " ").And.NotContain(cell.Trim('"').Length > 2 ? cell.Trim('"') : "\0");
        fault.Factor.Should().Be(column.Split('[')[0]);
        read.People.Select(p => p.Id).Should().Equal("b");
    }

    [Theory]
    [InlineData("12.5", 12.5)]
    [InlineData(" 12.5 ", 12.5)]
    [InlineData("+1", 1)]
    [InlineData("1.8e1", 18)]
    [InlineData("12.", 12)]
    [InlineData(".5", 0.5)]
    [InlineData("0.1234567890123456789", 0.12345678901234568)]
    [InlineData("00000000001", 1)]
    public void Numbers_are_read_exactly(string cell, double number) => Cohort.Read($"id,diet.fiber\na,{cell}\n").Number("a", "diet.fiber").Should().Be(number);

    [Fact]
    public void Decimal_commas_are_read_only_where_the_table_shows_them()
    {
        Cohort.Read("id;diet.fiber\na;12,5\nb;0,125\nc;7\n").Number("b", "diet.fiber").Should().Be(0.125);
        Cohort.Read("id;diet.fiber\na;12,5\nb;12.5\n").Failures.Single().Faults.Single().Hint.Should().Contain("decimals after a point");
        Cohort.Read("id;diet.fiber\na;1,250\n").Failures.Single().Faults.Single().Hint.Should().Contain("thousands", "what could be a thousands mark decides nothing");
        Cohort.Read("id;diet.fiber;diet.milk\na;12,5;1\nb;1.250;1\n").Failures.Single().Row.Should().Be(2);
        var late = Cohort.Read("id;diet.fiber\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"p{i};12,5\n")) + "late;12.5\n");
        late.Failures.Should().ContainSingle().Which.Line.Should().Be(20_002);
    }
}
