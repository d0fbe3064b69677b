namespace GutSkin.Cohorts.Tests;

/// <summary>Headers, units, rows and their numbers, quotes, and what is no table.</summary>
public class LayoutTests
{
    [Theory]
    [InlineData("lab.vitamin-d[ng/mL]")]
    [InlineData("lab.vitamin-d [ng/mL]")]
    [InlineData("lab.vitamin-d (ng/mL)")]
    [InlineData("lab.vitamin-d(ng/mL)")]
    [InlineData("lab.vitamin-d[ng/ml]")]
    [InlineData("lab.vitamin-d[ug/L]")]
    [InlineData("lab.vitamin-d[µg/L]")]
    [InlineData("lab.vitamin-d[μg/l]")]
    [InlineData("lab.vitamin-d[mcg/L]")]
    public void A_unit_stands_in_the_header_as_people_write_it(string name) =>
        Cohort.Read($"id,{name}\na,20\n").Number("a", "lab.vitamin-d").Should().Be(50, "20 ng/mL are 50 nmol/L");

    [Theory]
    [InlineData("lab.vitamin-d.unit")]
    [InlineData("lab.vitamin-d_unit")]
    [InlineData("lab.vitamin-d unit")]
    [InlineData("lab.vitamin-d (unit)")]
    [InlineData("lab.vitamin-d[unit]")]
    public void A_unit_stands_in_a_column_of_its_own(string name)
    {
        var read = Cohort.Read($"id,lab.vitamin-d,{name}\na,20,ng/mL\nb,50,nmol/L\nc,50,\nd,20,ng/ml\ne,20,kg\nf,,kg\n");
        foreach (string id in (string[])["a", "b", "c", "d"])
            read.Number(id, "lab.vitamin-d").Should().Be(50, id);
        read.Failures.Should().ContainSingle().Which.Faults.Single().Should().Match<CohortFault>(f => f.Code == "GS4017" && f.Hint!.Contains("ng/mL"));
        read.People.Select(p => p.Id).Should().Contain("f");
    }

    [Fact]
    public void Two_columns_in_two_units_are_one_answer()
    {
        var read = Cohort.Read("id,lab.vitamin-d[nmol/L],lab.vitamin-d[ng/mL]\na,50,\nb,,20\nc,49.9,20\nd,50,40\ne,,\n");
        (read.Number("a", "lab.vitamin-d"), read.Number("b", "lab.vitamin-d"), read.Number("c", "lab.vitamin-d"), read.Number("e", "lab.vitamin-d")).Should().Be((50, 50, 49.9, null));
        read.Failures.Should().ContainSingle().Which.Should().Match<CohortFailure>(f => f.Row == 4 && f.Faults[0].Code == "GS4016");
        Cohort.Refused("diet.milk,diet.milk\n1,1\n").Should().Contain(d => d.Code == "GS0105");
    }

    [Fact]
    public void Rows_and_lines_are_counted_as_people_and_editors_do()
    {
        var read = Cohort.Read("id,note,diet.fiber\na,\"two\nlines\",12\nb,x,-1\n\nc,\"three\r\n\r\nlines\",-1\nd,,-1\n", new CohortReadOptions { IgnoreUnknown = true });
        read.People.Select(p => (p.Id, p.Row)).Should().Equal(("a", 1));
        read.Failures.Select(f => (f.Row, f.Line)).Should().Equal((2, 4), (3, 6), (4, 9));
        Cohort.Read("sep=,\nid,diet.fiber\na,-1\n").Failures.Single().Line.Should().Be(3);
    }

    /// <summary>Quotes out of place: which rows fail; the others are read.</summary>
    public static TheoryData<string, string, long[]> Quotes => new()
    {
        { "inside a number", "a,1,47\"11,1\nb,1,12,1\n", [1] },
        { "never closed", "a,1,\"12,1\nb,1,12,1\nc,1,12,1\n", [1] },
        { "never closed, and another in good order after it", "a,1,\"12,1\nb,\"x,y\",12,1\nc,1,12,1\n", [1] },
        { "text after the closing one", "a,1,\"12\"3,1\nb,1,12,1\n", [1] },
        { "in a cell nobody reads", "a,5'10\",12,1\nb,5'11\",12,1\n", [] },
        { "opened in a cell nobody reads", "a,\"tall,12,1\nb,x,12,1\n", [] },
        { "good ones", "a,\"say \"\"hi\"\", twice\",\"12\",1\nb,\"\",12,1\n", [] },
        { "at the end of the file", "a,1,12,1\nb,1,12,\"", [2] },
    };

    [Theory]
    [MemberData(nameof(Quotes))]
    public void A_quote_out_of_place_costs_its_own_row_and_no_other(string what, string rows, long[] failed)
    {
        var read = Cohort.Read("id,note,diet.fiber,diet.milk\n" + rows, new CohortReadOptions { IgnoreUnknown = true });
        read.Failures.Select(f => f.Row).Should().Equal(failed, what);
        (read.People.Count + read.Failures.Count).Should().Be(rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_row_one_cell_short_fails_alone_wherever_it_is()
    {
        string text = "id,diet.fiber,diet.milk\n" + string.Concat(Enumerable.Range(1, 60_000).Select(i => i == 50_000 ? $"p{i},12\n" : $"p{i},12,1\n"));
        var read = Cohort.Read(text);
        var failure = read.Failures.Should().ContainSingle().Subject;
        (failure.Row, failure.Line, failure.Faults[0].Message).Should().Be((50_000, 50_001, "The row has 2 cells where the header has 3."));
        read.People.Should().HaveCount(59_999);
    }

    [Theory]
    [InlineData("diet.fibre\n12\n", "GS0501", "diet.fiber")]
    [InlineData("sep=\u0082\nid;diet.fibre\n", "GS0501", "diet.fiber")]
    [InlineData("sep=#\nid;diet.fibre\n", "GS0501", "diet.fiber")]
    [InlineData("id\nx\n", "GS0102", "map file")]
    [InlineData("", "GS4004", "first line")]
    [InlineData("lab.vitamin-d[kg]\n1\n", "GS0505", "ng/mL")]
    [InlineData("person.sex[kg]\nmale\n", "GS0505", "no unit")]
    [InlineData("diet.fiber,\n12,\n", "GS0102", "")]
    [InlineData("id,ID,diet.fiber\na,b,1\n", "GS0105", "one of the two")]
    [InlineData("\"diet.fiber\n1\n", "GS4009", "quotes")]
    [InlineData("<html><table><tr><td>id</td></tr></table>", "GS4002", "CSV")]
    public void A_header_that_is_none_says_what_to_do(string text, string code, string hint) =>
        Cohort.Refused(text).Should().Contain(d => d.Code == code && (d.Message + " " + d.Hint).Contains(hint, StringComparison.Ordinal));

    [Theory]
    [InlineData("1F8B0800", "gzip")]
    [InlineData("425A6839", "bzip2")]
    [InlineData("FD377A585A00", "xz")]
    [InlineData("28B52FFD", "zstd")]
    [InlineData("377ABCAF271C", "7z")]
    [InlineData("504B0304140000000000", "zip")]
    [InlineData("504B0304140000005B436F6E74656E745F54797065735D2E786D6C", "workbook")]
    [InlineData("D0CF11E0A1B11AE1", "workbook")]
    [InlineData("4152524F5731", "Feather")]
    [InlineData("24464C32", "SPSS")]
    [InlineData("53514C69746520666F726D61742033", "SQLite")]
    [InlineData("894844460D0A", "HDF5")]
    [InlineData("255044462D31", "PDF")]
    [InlineData("00010203040506", "no text")]
    public void What_is_no_text_is_named(string hex, string name)
    {
        foreach (string file in (string[])["people.csv", "people.jsonl", "people.parquet", "people"])
        {
            var opened = CohortReader.Open(new MemoryStream([.. Convert.FromHexString(hex), 1, 2, 3]), file);
            var error = opened.Diagnostics.Should().ContainSingle().Subject;
            error.Message.Should().Contain(name);
            error.Hint.Should().NotBeNullOrEmpty();
        }
    }

    [Fact]
    public void Columns_left_out_are_listed_with_the_nearest()
    {
        var read = Cohort.Read("id,diet.fibre,name,diet.milk\na,99999,Anna,1\n", new CohortReadOptions { IgnoreUnknown = true });
        read.Reader.Notices.Should().ContainSingle(n => n.Code == "GS4006").Which.Message.Should().Be("diet.fibre (nearest: diet.fiber), name");
    }

    [Fact]
    public void Codes_for_missing_answers_are_for_all_columns_or_one()
    {
        var all = Cohort.Read("id,diet.fiber,person.sex,person.pregnant\n77,77,99,77\nb,77.0,x,1\n", new CohortReadOptions { Missing = MissingCode.Parse("77, 99,x") });
        all.Failures.Should().BeEmpty();
        all["77"].Profile.Observations.Should().BeEmpty();
        all["b"].Profile.Observations.Keys.Should().Equal("person.pregnant");
        var one = Cohort.Read("id,diet.fiber,person.age\na,77,77\n", new CohortReadOptions { Missing = MissingCode.Parse("diet.fiber=77") });
        (one.Number("a", "diet.fiber"), one.Number("a", "person.age")).Should().Be((null, 77));
        Cohort.Refused("id,diet.fiber\na,1\n", new CohortReadOptions { Missing = MissingCode.Parse("diet.fibre=77") }).Single().Hint.Should().Contain("diet.fiber");
    }

    [Fact]
    public void A_row_without_an_end_is_told_before_it_fills_the_memory()
    {
        var read = () => Cohort.Read(new NoEnd(), "people.csv");
        read.Should().Throw<InvalidInputException>().Which.Diagnostics.Single().Code.Should().Be("GS4010");
    }
}
