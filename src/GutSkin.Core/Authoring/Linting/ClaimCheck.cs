namespace GutSkin.Core;

/// <summary>Holds what people read to the terms of a jurisdiction: names, questions, summaries, messages, texts; not the titles of studies.</summary>
internal sealed class ClaimCheck(ClaimTerms terms)
{
    public void Check(DocumentScope document)
    {
        var set = document.RuleSet;
        Check(document.Root, set.Title, "title");
        foreach (var e in set.Mechanisms)
        {
            var scope = document.Entry(Section.Mechanisms, e.Id, e);
            Check(scope, e.Name, "name");
            Check(scope, e.Description, "description");
        }

        foreach (var e in set.Conditions)
        {
            var scope = document.Entry(Section.Conditions, e.Id, e);
            Check(scope, e.Name, "name");
            Check(scope, e.Description, "description");
        }

        foreach (var e in set.Factors)
        {
            var scope = document.Entry(Section.Factors, e.Id, e);
            Check(scope, e.Name, "name");
            Check(scope, e.Question, "question");
        }

        foreach (var e in set.Rules)
        {
            var scope = document.Entry(Section.Rules, e.Id, e);
            Check(scope, e.Title, "title");
            Check(scope, e.Rationale, "rationale");
            Check(scope, e.Misuse, "misuse");
        }

        foreach (var e in set.Interventions)
        {
            var scope = document.Entry(Section.Interventions, e.Id, e);
            Check(scope, e.Name, "name");
            Check(scope, e.Summary, "summary");
            Check(scope, e.Dose, "dose");
        }

        foreach (var e in set.Safety)
            Check(document.Entry(Section.Safety, e.Id, e), e.Message, "message");
        foreach (var e in set.Screens)
            Check(document.Entry(Section.Screens, e.Id, e), e.Title, "title");
        foreach (var e in set.Considered)
            Check(document.Entry(Section.Considered, e.Factor, e), e.Why, "why");
        foreach (var e in set.Products)
            Check(document.Entry(Section.Products, e.Id, e), e.Name, "name");
        CheckTexts(document);
    }

    private void CheckTexts(DocumentScope document)
    {
        foreach (var (culture, texts) in document.RuleSet.Texts)
        {
            foreach (var (section, entries) in texts.Sections)
            {
                foreach (var (id, fields) in entries)
                {
                    foreach (var (field, text) in fields)
                    {
                        if (field != "disclaimer")
                            Check(document.Root, text, ["texts", culture, section, id, .. TextFields.PathOf(field)]);
                    }
                }
            }
        }
    }

    private void Check(EntryScope scope, string? text, params ReadOnlySpan<object> path)
    {
        if (text is null)
            return;
        foreach (var (code, word, why) in terms.In(text))
            scope.Report(code, $"'{word}' in '{path[^1]}': {why}.", "Say what studies saw, in whom, and how sure that is.", path);
    }
}
