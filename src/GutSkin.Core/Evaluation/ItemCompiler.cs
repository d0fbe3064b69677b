namespace GutSkin.Core;

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
        Array.Fill(groupOfRule, -1);
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
            GroupOfRule = groupOfRule,
            GroupsOfCondition = IntLists.ByKey([.. conditionOfGroup], conditions),
        };
    }
}
