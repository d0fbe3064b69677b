namespace GutSkin.Core.Engine.Compiling;

/// <summary>
/// The summands of every condition's score: single rules, and overlap groups of which one member counts. The items of a
/// condition lie in the order of their (smallest) rule ids, from a lane 0 on.
/// </summary>
internal sealed class ScoreItems
{
    public required int[] First { get; init; }

    /// <summary>How many items each condition has.</summary>
    public required int[] Length { get; init; }

    /// <summary>How many lanes the items of all conditions take, padding included.</summary>
    public required int Positions { get; init; }

    /// <summary>The rules of the item at each of those lanes, by id; none at a padding lane.</summary>
    public required IntLists Rules { get; init; }

    /// <summary>The lanes that hold a group.</summary>
    public required int[] Groups { get; init; }

    /// <summary>For each group whether its effects are negative: its value and range are then minima, not maxima.</summary>
    public required bool[] GroupIsNegative { get; init; }

    /// <summary>The lanes of each group's members.</summary>
    public required IntLists GroupMembers { get; init; }

    /// <summary>How many members all groups have.</summary>
    public required int Members { get; init; }

    /// <summary>For each rule its group's position in <see cref="Groups"/>; −1 where it has none.</summary>
    public required int[] GroupOfRule { get; init; }

    /// <summary>The positions in <see cref="Groups"/> of each condition's groups.</summary>
    public required IntLists GroupsOfCondition { get; init; }
}

/// <summary>Forms the summands of every condition: single rules, and overlap groups at their smallest rule id.</summary>
internal sealed class ItemCompiler(CompiledRules rules, int conditions)
{
    private readonly int[] itemOfRule = new int[rules.Count];
    private readonly List<int> conditionOfItem = [];

    public ScoreItems Build()
    {
        FormItems();
        int[] length = new int[conditions], first = new int[conditions];
        int[] lane = new int[conditionOfItem.Count];
        for (int i = 0; i < lane.Length; i++)
            lane[i] = length[conditionOfItem[i]]++;
        int positions = 0;
        for (int c = 0; c < conditions; c++)
        {
            first[c] = positions;
            positions += Lanes.Pad(length[c]);
        }

        for (int i = 0; i < lane.Length; i++)
            lane[i] += first[conditionOfItem[i]];
        int[] laneOfRule = new int[rules.Count];
        for (int i = 0; i < laneOfRule.Length; i++)
            laneOfRule[i] = itemOfRule[i] < 0 ? -1 : lane[itemOfRule[i]];
        var byLane = IntLists.ByKey(laneOfRule, positions);
        return WithGroups(first, length, positions, byLane);
    }

    private void FormItems()
    {
        var groups = new Dictionary<string, int>?[conditions];
        for (int i = 0; i < rules.Count; i++)
        {
            itemOfRule[i] = -1;
            if (!rules.IsScored[i])
                continue;
            int condition = rules.Conditions[i];
            if (rules.Source[i].Overlap is { } group)
            {
                var ofCondition = groups[condition] ??= new Dictionary<string, int>(StringComparer.Ordinal);
                if (ofCondition.TryGetValue(group, out int item))
                {
                    itemOfRule[i] = item;
                    continue;
                }

                ofCondition.Add(group, conditionOfItem.Count);
            }

            itemOfRule[i] = conditionOfItem.Count;
            conditionOfItem.Add(condition);
        }
    }

    private ScoreItems WithGroups(int[] first, int[] length, int positions, IntLists byLane)
    {
        List<int> groups = [], starts = [0], members = [], conditionOfGroup = [];
        List<bool> negative = [];
        int[] groupOfRule = new int[rules.Count];
        Filled.With(-1, groupOfRule);
        int next = positions;
        for (int c = 0; c < conditions; c++)
        {
            for (int lane = first[c]; lane < first[c] + length[c]; lane++)
            {
                var inLane = byLane[lane];
                if (inLane.Length == 1)
                {
                    rules.Positions[inLane[0]] = lane;
                    continue;
                }

                bool isNegative = false;
                foreach (int rule in inLane)
                {
                    isNegative |= rules.Betas[rule] < 0;
                    groupOfRule[rule] = groups.Count;
                    rules.Positions[rule] = next;
                    members.Add(next++);
                }

                groups.Add(lane);
                negative.Add(isNegative);
                starts.Add(members.Count);
                conditionOfGroup.Add(c);
            }
        }

        return new ScoreItems
        {
            First = first,
            Length = length,
            Positions = positions,
            Rules = byLane,
            Groups = [.. groups],
            GroupIsNegative = [.. negative],
            GroupMembers = new IntLists([.. starts], [.. members]),
            Members = members.Count,
            GroupOfRule = groupOfRule,
            GroupsOfCondition = IntLists.ByKey([.. conditionOfGroup], conditions),
        };
    }
}
